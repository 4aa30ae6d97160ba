import type { FaultKey } from './fault-keys';

/** How many seconds are counted. */
const seconds = 60;

/** Counts the requests that faults hit in the last minute. */
export interface Hits {
  /** Counts a request once, however often a fault applies to it. */
  add(key: FaultKey, request: object): void;
  lastMinute(key: FaultKey): number;
}

export const createHits = (now: () => number = Date.now): Hits => {
  const requests = new WeakMap<object, Set<FaultKey>>();
  /** Counts by second, with the second of each, so that old ones are told apart. */
  const counts = new Map<FaultKey, { second: number; count: number }[]>();
  const present = (): number => Math.floor(now() / 1000);
  return {
    add: (key, request) => {
      const hit = requests.get(request) ?? new Set();
      if (hit.has(key)) return;
      requests.set(request, hit.add(key));
      const second = present();
      const ring = counts.get(key) ?? [];
      counts.set(key, ring);
      const slot = ring[second % seconds];
      if (slot?.second === second) slot.count += 1;
      else ring[second % seconds] = { second, count: 1 };
    },
    lastMinute: (key) => {
      const oldest = present() - seconds;
      let sum = 0;
      counts.get(key)?.forEach(({ second, count }) => {
        if (second > oldest) sum += count;
      });
      return sum;
    },
  };
};
