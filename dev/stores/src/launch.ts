import { setTimeout as delay } from 'node:timers/promises';
import type { GuardedProcess } from './guarded-process';
import { isPortFree } from './ports';
import { childPids } from './process-tree';
import { failureFrom } from './start-failure';
import type { StoreProcess } from './store';
import { StoreError } from './store-error';

export interface Launch {
  /** The server's name in messages. */
  title: string;
  url: string;
  port: number;
  /** Removes remains of a killed server; called before each start. */
  clear?(): Promise<void>;
  /** Starts the server once, with its output going to `log`. */
  spawn(log: (chunk: Buffer) => void): Promise<GuardedProcess>;
  /** Written by the server when it accepts connections. */
  readyLine: RegExp;
  /** Sends the server a request; called after `readyLine` was seen. */
  check(): Promise<void>;
  /** Written by a server that cannot start yet because of remains of the last one. */
  heldLine?: RegExp;
  stopSignal: NodeJS.Signals;
  /** Removes what should not stay after `stop`. */
  cleanUp(): Promise<void>;
  log?: ((chunk: Buffer) => void) | undefined;
}

const readyMs = 30_000;
const stopMs = 5_000;
const heldMs = 10_000;
const keptCharacters = 4_000;

/** Starts a server and waits until it responds. Otherwise cleans up and rejects with a StoreError. */
export const launchStore = async (launch: Launch): Promise<StoreProcess> => {
  let current = await start(launch).catch(async (error: unknown) => {
    await launch.cleanUp();
    throw error;
  });
  const signalAll = async (signal: NodeJS.Signals) => {
    current.kill(signal);
    for (const pid of await childPids(current.pid)) signalIfThere(pid, signal);
  };
  return {
    url: launch.url,
    port: launch.port,
    get pid() {
      return current.pid;
    },
    get exited() {
      return current.exited;
    },
    kill: (signal) => current.kill(signal),
    pause: () => signalAll('SIGSTOP'),
    resume: () => signalAll('SIGCONT'),
    stop: async () => {
      await current.stop(launch.stopSignal, stopMs);
      await launch.cleanUp();
    },
    restart: async () => {
      await current.stop(launch.stopSignal, stopMs);
      current = await start(launch);
    },
  };
};

/** Children come and go: one may have ended since they were listed. */
const signalIfThere = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
};

const start = async (launch: Launch): Promise<GuardedProcess> => {
  const deadline = Date.now() + heldMs;
  for (;;) {
    const words = { text: '' };
    try {
      return await startOnce(launch, words);
    } catch (error) {
      if (!launch.heldLine?.test(words.text) || Date.now() > deadline) throw error;
      await delay(200);
    }
  }
};

const startOnce = async (launch: Launch, words: { text: string }): Promise<GuardedProcess> => {
  const { title, port } = launch;
  await launch.clear?.();
  if (!(await isPortFree(port))) throw portTaken(launch);

  let markReady = () => {};
  const ready = new Promise<'ready'>((resolve) => {
    markReady = () => resolve('ready');
  });
  let listening = true;
  const server = await launch.spawn((chunk) => {
    launch.log?.(chunk);
    if (!listening) return;
    words.text = (words.text + chunk.toString()).slice(-keptCharacters);
    if (launch.readyLine.test(words.text)) markReady();
  });

  const late = new AbortController();
  const outcome = await Promise.race([
    ready,
    server.exited,
    delay(readyMs, 'late' as const, { signal: late.signal }),
  ]);
  late.abort();
  listening = false;
  if (outcome === 'ready') {
    try {
      await launch.check();
      return server;
    } catch (cause) {
      await server.stop(launch.stopSignal, stopMs);
      throw new StoreError('START_FAILED', `${title} started but does not answer`, { port, cause });
    }
  }
  await server.stop('SIGKILL', stopMs);
  throw failure(launch, words.text, outcome === 'late' ? 'was not ready in time' : 'ended');
};

const portTaken = ({ title, port }: Launch) =>
  new StoreError('PORT_TAKEN', `${title} cannot use port ${port}: it is taken`, { port });

const failure = (launch: Launch, words: string, what: string): StoreError => {
  if (/address already in use/i.test(words)) return portTaken(launch);
  return failureFrom(words, launch.title, what, { port: launch.port });
};
