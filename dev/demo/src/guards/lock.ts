import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { processIdentity } from '@faultline/stores';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { DemoError } from '../demo-error';

const Holder = Type.Object({
  pid: Type.Integer(),
  /** Distinguishes the process from a later one with the same pid; undefined if the system cannot tell. */
  identity: Type.Optional(Type.String()),
  portBase: Type.Integer(),
});
type Holder = Static<typeof Holder>;

/** Of a file that no demo has written. */
const nobody: Holder = { pid: 0, portBase: 0 };

export interface Lock {
  /** The last holder died without releasing the lock; its child processes may still be ending. */
  readonly takenOver: boolean;
  release(): Promise<void>;
}

/**
 * Locks a directory for this process. Takes over the lock of a process that has ended;
 * throws a DemoError if its process is running.
 */
export const acquireLock = async (file: string, portBase: number): Promise<Lock> => {
  const { pid } = process;
  const identity = await processIdentity(pid);
  const mine: Holder = { pid, ...(identity !== undefined && { identity }), portBase };
  // Written under another name first, so that nobody reads an incomplete lock.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(mine)}\n`, { mode: 0o600 });
  try {
    return {
      takenOver: (await take(file, draft)) === 'over',
      release: async () => {
        if ((await readHolder(file))?.pid === pid) await rm(file, { force: true });
      },
    };
  } finally {
    await rm(draft, { force: true });
  }
};

const take = async (file: string, draft: string): Promise<'free' | 'over'> => {
  for (;;) {
    if (await linked(draft, file)) return 'free';
    const text = await readText(file);
    // It was released in between.
    if (text === undefined) continue;
    const holder = holderIn(text);
    if (await isAlive(holder)) throw alreadyRunning(holder);
    if (await replaced(file, text, draft)) return 'over';
    await delay(anotherMs);
  }
};

/** How long another process needs to take the lock over. */
const anotherMs = 10;

/** Of all processes that find the same dead holder, only the first to claim its lock takes it over. */
const replaced = async (file: string, dead: string, draft: string): Promise<boolean> => {
  const claim = `${file}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
  if (!(await linked(draft, claim))) {
    const claimant = await readHolder(claim);
    if (claimant && !(await isAlive(claimant))) await rm(claim, { force: true });
    return false;
  }
  // Another process may have taken it over before.
  if ((await readText(file)) === dead) {
    await rename(claim, file);
    return true;
  }
  await rm(claim, { force: true });
  return false;
};

/** Gives a file a second name; false when the name is taken. */
const linked = (existing: string, name: string): Promise<boolean> =>
  link(existing, name).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** The lowest port of the running demo, if one holds the lock. */
export const runningPortBase = async (file: string): Promise<number | undefined> => {
  const holder = await readHolder(file);
  return holder && (await isAlive(holder)) ? holder.portBase : undefined;
};

const isAlive = async ({ pid, identity }: Holder): Promise<boolean> =>
  identity !== undefined && identity === (await processIdentity(pid));

const alreadyRunning = ({ pid, portBase }: Holder): DemoError =>
  new DemoError(
    `Faultline already runs from this checkout (pid ${pid}, ports from ${portBase}): press Ctrl-C in its terminal or type kill ${pid}`,
  );

const readHolder = async (file: string): Promise<Holder | undefined> => {
  const text = await readText(file);
  return text === undefined ? undefined : holderIn(text);
};

/** Undefined if there is no lock, which is the usual case. */
const readText = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(() => undefined);

const holderIn = (text: string): Holder => {
  const value: unknown = JSON.parse(text.trim() || '{}');
  return Check(Holder, value) ? value : nobody;
};
