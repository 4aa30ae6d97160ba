import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { guardScript } from './guard-script';

export interface Account {
  uid: number;
  gid: number;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface ProcessOptions {
  /** Absolute, or a name that is looked up on PATH. */
  command: string;
  arguments: readonly string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** The user to run as; only root may choose. */
  account?: Account | undefined;
  /** Sent if this process ends without having stopped the other one. */
  orphanSignal: NodeJS.Signals;
  /** Removed if this process ends without having stopped the other one. */
  scratch?: string | undefined;
  /** Called with each chunk of the process's output. */
  log?: ((chunk: Buffer, stream: 'stdout' | 'stderr') => void) | undefined;
  /** Opens an IPC channel and receives what the process sends. */
  onMessage?: ((message: unknown) => void) | undefined;
}

/** A process that ends when this one does, even by `kill -9`. */
export interface GuardedProcess {
  readonly pid: number;
  readonly running: boolean;
  /** Settles once, after the last output has been read. */
  readonly exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Sends `signal`, and SIGKILL if the process has not ended after `graceMs`. */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<Exit>;
}

/** Seconds that an orphan has between `orphanSignal` and SIGKILL. */
const orphanGrace = 5;

/**
 * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches only this process, which
 * controls the order of the shutdown. Rejects if the operating system cannot start it.
 */
export const startProcess = async (options: ProcessOptions): Promise<GuardedProcess> => {
  const child = spawn(
    '/bin/sh',
    [
      ...['-c', guardScript, 'faultline-guard'],
      // POSIX names signals without SIG.
      ...[options.orphanSignal.replace('SIG', ''), String(orphanGrace), options.scratch ?? ''],
      ...[options.command, ...options.arguments],
    ],
    {
      detached: true,
      cwd: options.cwd,
      env: options.environment,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...(options.onMessage ? (['ipc'] as const) : [])],
      ...options.account,
    },
  );
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${options.command} started without a pid`);

  for (const stream of ['stdout', 'stderr'] as const) {
    // A stream without a reader would block the process once its pipe is full.
    child[stream]?.on('data', (chunk: Buffer) => options.log?.(chunk, stream));
  }
  if (options.onMessage) child.on('message', options.onMessage);
  const exited = exitOf(child);

  return {
    pid,
    exited,
    get running() {
      return isRunning(child);
    },
    kill: (signal) => void child.kill(signal),
    stop: async (signal, graceMs) => {
      child.kill(signal);
      // A stopped process would leave the signal pending.
      child.kill('SIGCONT');
      const deadline = setTimeout(() => child.kill('SIGKILL'), graceMs);
      try {
        return await exited;
      } finally {
        clearTimeout(deadline);
      }
    },
  };
};

const isRunning = (child: ChildProcess): boolean =>
  child.exitCode === null && child.signalCode === null;

const exitOf = async (child: ChildProcess): Promise<Exit> => {
  const guard = child.stdio[3];
  if (guard instanceof Writable) {
    // The watcher may have ended already.
    guard.on('error', () => undefined);
    child.once('exit', () => guard.end('\n'));
  }
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      const settle = () => resolve({ code, signal });
      // Output arrives until 'close', which a grandchild with the pipe open can delay.
      const late = setTimeout(settle, 500);
      child.once('close', () => {
        clearTimeout(late);
        settle();
      });
    });
  });
};
