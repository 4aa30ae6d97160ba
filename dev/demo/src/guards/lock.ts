import { readFile, rm, writeFile } from 'node:fs/promises';
import { processIdentity } from '@faultline/stores';
import { DemoError } from '../demo-error';

interface Holder {
  pid: number;
  /** Tells the process from a later one with its pid. */
  identity: string | undefined;
  portBase: number;
}

export interface Lock {
  /** The last holder died without letting go: its processes may still be on their way out. */
  readonly takenOver: boolean;
  release(): Promise<void>;
}

/**
 * Makes this process the only one that uses a directory. Takes over from a process that is gone;
 * throws a DemoError when one runs.
 */
export const acquireLock = async (file: string, portBase: number): Promise<Lock> => {
  const { pid } = process;
  const mine: Holder = { pid, identity: await processIdentity(pid), portBase };
  const takenOver = await removeStale(file);
  try {
    await writeFile(file, `${JSON.stringify(mine)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const holder = await readHolder(file);
    if (holder) throw alreadyRunning(holder);
    throw error;
  }
  return {
    takenOver,
    release: async () => {
      if ((await readHolder(file))?.pid === pid) await rm(file, { force: true });
    },
  };
};

/** Whether a process that still runs holds the lock. */
export const isLocked = async (file: string): Promise<boolean> => {
  const holder = await readHolder(file);
  return holder !== undefined && (await isAlive(holder));
};

const isAlive = async ({ pid, identity }: Holder): Promise<boolean> =>
  identity !== undefined && identity === (await processIdentity(pid));

/** Throws when a process holds the lock; answers whether a dead one's lock was removed. */
const removeStale = async (file: string): Promise<boolean> => {
  const holder = await readHolder(file);
  if (!holder) return false;
  if (await isAlive(holder)) throw alreadyRunning(holder);
  await rm(file, { force: true });
  return true;
};

const alreadyRunning = ({ pid, portBase }: Holder): DemoError =>
  new DemoError(
    `Faultline already runs from this checkout (pid ${pid}, ports from ${portBase}): press Ctrl-C in its terminal or type kill ${pid}`,
  );

const readHolder = async (file: string): Promise<Holder | undefined> => {
  // No lock, which is the usual case.
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text.trim() || '{}');
  const { pid, identity, portBase } = Object(value);
  return {
    pid: Number(pid),
    identity: typeof identity === 'string' ? identity : undefined,
    portBase: Number(portBase),
  };
};
