import type { PostgresDetail } from '@faultline/contracts/console';
import { type StoreName, storeNames, stores } from '@faultline/topology';
import { inSeconds } from '../health/words';
import type { Lock } from '../incidents/incidents';
import { postgresDetail } from '../stores/postgres-detail';

export type UrlOf = (store: StoreName) => string | undefined;

/** Those of the shop that have locks. */
export const databases = storeNames.filter((name) => stores[name].engine === 'postgresql');

/** Who waits for whom in a database; undefined if nobody waits. */
export const lockNow = async (component: StoreName, urlOf: UrlOf): Promise<Lock | undefined> => {
  const locks = await locksIn(component, urlOf);
  return locks.length > 0 ? { component, words: lockWords(component, locks, now) } : undefined;
};

/** Shorter waits are part of every day, in milliseconds. */
const minWaiting = 1_000;

/** Who waits for whom in the databases among some components, as it is told later; undefined if nobody waits for long. */
export const lockAmong = async (
  components: readonly string[],
  urlOf: UrlOf,
): Promise<Lock | undefined> => {
  for (const component of databases.filter((name) => components.includes(name))) {
    const locks = await locksIn(component, urlOf);
    if (locks.some(({ waiting }) => waiting >= minWaiting))
      return { component, words: lockWords(component, locks, then) };
  }
  return undefined;
};

type Locks = PostgresDetail['locks'];

/** The locks that statements wait for, the longest wait first. */
const locksIn = async (store: StoreName, urlOf: UrlOf): Promise<Locks> => {
  const url = urlOf(store);
  // A store that cannot be asked says nothing; that it is away is told by other claims.
  const detail = url === undefined ? undefined : await postgresDetail(url).catch(() => undefined);
  return detail?.locks ?? [];
};

interface Tense {
  waits: string;
  wait: string;
  holds: string;
}
const now: Tense = { waits: 'waits', wait: 'wait', holds: 'holds' };
const then: Tense = { waits: 'waited', wait: 'waited', holds: 'held' };

const longestText = 60;
const short = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text;

const lockWords = (store: StoreName, locks: Locks, { waits, wait, holds }: Tense): string => {
  const [lock] = locks;
  if (!lock) return '';
  const { waiting, blockedBy, blockerState, blockerStatement } = lock;
  const count = new Set(locks.map(({ pid }) => pid)).size;
  const who = count === 1 ? `one statement ${waits}` : `${count} statements ${wait}`;
  return `In ${store} ${who} for a lock, for up to ${inSeconds(waiting / 1000)}: process ${blockedBy} ${holds} it (${blockerState}, “${short(blockerStatement)}”).`;
};
