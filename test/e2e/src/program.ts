import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** A program that somebody started in a terminal, and what it has printed so far. */
export interface Program {
  output(): string;
  /**
   * Waits until what it printed matches, together with what `more` tells. Rejects, with what it printed
   * last, when it ends before, or after this many milliseconds.
   */
  until(expected: RegExp, timeoutMs: number, more?: () => readonly string[]): Promise<void>;
  /** Presses Ctrl-C: the whole group hears it, as in a terminal. Resolves when all is over. */
  interrupt(): Promise<void>;
  /** Sends a signal to the one process that was started. Resolves when it has ended, whoever is left. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** The exit code of a program that ends by itself. */
  ended(): Promise<number | null>;
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  if (!hasEnded(child)) await once(child, 'close');
  return child.exitCode;
};

const lookEveryMs = 250;

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
  let closed = false;
  child.once('close', () => {
    closed = true;
  });
  // Some colour their output for a terminal that is not theirs.
  const output = () => stripVTControlCharacters(chunks.join(''));
  return {
    output,
    until: async (expected, timeoutMs, more = () => []) => {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const over = closed;
        if (expected.test([output(), ...more()].join('\n'))) return;
        const why = over ? 'it ended' : Date.now() > deadline && `${timeoutMs / 1000} s passed`;
        if (why) throw new Error(`no ${expected} before ${why}:\n${output().slice(-2_000)}`);
        await setTimeout(lookEveryMs);
      }
    },
    ended: () => exitOf(child),
    kill: async (signal) => {
      if (hasEnded(child)) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
    interrupt: async () => {
      if (child.pid !== undefined && !hasEnded(child)) process.kill(-child.pid, 'SIGINT');
      await exitOf(child);
    },
  };
};
