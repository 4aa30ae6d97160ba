import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { processIdentity } from '@faultline/stores';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { DemoError } from '../demo-error';

const Holder = Type.Object({
  pid: Type.Integer(),
  /** Tells the process from a later one with its pid; none where the system cannot say. */
  identity: Type.Optional(Type.String()),
  portBase: Type.Integer(),
});
type Holder = Static<typeof Holder>;

/** Of a file that no demo has written. */
const nobody: Holder = { pid: 0, portBase: 0 };

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
  const identity = await processIdentity(pid);
  const mine: Holder = { pid, ...(identity !== undefined && { identity }), portBase };
  // Written before it gets the name of the lock: nobody reads half of it.
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

/** What another process takes to take over. */
const anotherMs = 10;

/** Of all that find the same dead holder, one takes its lock over: the one whose claim was first. */
const replaced = async (file: string, dead: string, draft: string): Promise<boolean> => {
  const claim = `${file}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
  if (!(await linked(draft, claim))) {
    const claimant = await readHolder(claim);
    if (claimant && !(await isAlive(claimant))) await rm(claim, { force: true });
    return false;
  }
  // Somebody may have claimed it, and taken it over, before.
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

/** The lowest port of the demo that runs, if one holds the lock. */
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

/** Undefined where there is no lock, which is the usual case. */
const readText = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(() => undefined);

const holderIn = (text: string): Holder => {
  const value: unknown = JSON.parse(text.trim() || '{}');
  return Check(Holder, value) ? value : nobody;
};
