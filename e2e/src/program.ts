import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that somebody started in a terminal, and what it has printed so far. */
export interface Program {
  output(): string;
  /** Presses Ctrl-C: the whole group hears it, as in a terminal. Resolves when all is over. */
  interrupt(): Promise<void>;
  /** Sends a signal to the one process that was started. Resolves when it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** The exit code of a program that ends by itself. */
  ended(): Promise<number | null>;
}

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
};

/** Starts a command line, or a program with its arguments, in a process group of its own. */
export const startProgram = (
  command: string | readonly [string, ...string[]],
  directory: string,
  environment: NodeJS.ProcessEnv = process.env,
): Program => {
  // The shell gives way to the command, so that the exit code is the command's own.
  const [program, ...words] =
    typeof command === 'string' ? ['/bin/sh', '-c', `exec ${command}`] : command;
  const child = spawn(program, words, {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return {
    output: () => chunks.join(''),
    ended: () => exitOf(child),
    kill: async (signal) => {
      child.kill(signal);
      await exitOf(child);
    },
    interrupt: async () => {
      const running = child.exitCode === null && child.signalCode === null;
      if (child.pid !== undefined && running) process.kill(-child.pid, 'SIGINT');
      await exitOf(child);
    },
  };
};
