import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that somebody started in a terminal, and what it has printed so far. */
export interface Program {
  output(): string;
  /** Presses Ctrl-C: the whole group hears it, as in a terminal. Resolves when all is over. */
  interrupt(): Promise<void>;
  /** The exit code of a program that ends by itself. */
  ended(): Promise<number | null>;
}

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
};

/** Starts a command line in a process group of its own. */
export const startProgram = (
  command: string,
  directory: string,
  environment: NodeJS.ProcessEnv = process.env,
): Program => {
  // The shell gives way to the command, so that the exit code is the command's own.
  const child = spawn(`exec ${command}`, {
    cwd: directory,
    env: environment,
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return {
    output: () => chunks.join(''),
    ended: () => exitOf(child),
    interrupt: async () => {
      const running = child.exitCode === null && child.signalCode === null;
      if (child.pid !== undefined && running) process.kill(-child.pid, 'SIGINT');
      await exitOf(child);
    },
  };
};
