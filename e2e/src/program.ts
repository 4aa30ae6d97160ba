import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that somebody started in a terminal, and what it has printed so far. */
export interface Program {
  output(): string;
  /** Presses Ctrl-C: the whole group hears it, as in a terminal. Answers with the exit code. */
  interrupt(): Promise<number | null>;
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
  const child = spawn(command, {
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
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      return exitOf(child);
    },
  };
};
