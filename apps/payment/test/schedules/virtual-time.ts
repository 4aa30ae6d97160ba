import { setImmediate as turn } from 'node:timers/promises';

interface Timer {
  at: number;
  run(): void;
}

/** A clock that moves only when it is told to, over work that is partly real: statements on a database. */
export interface VirtualTime {
  /** Milliseconds since the beginning. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Real work during which the clock stands. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all that can be done now is done. */
  quiet(): Promise<void>;
  /** Moves the clock on; whatever is due on the way happens at its moment. */
  advance(milliseconds: number): Promise<void>;
}

export const virtualTime = (): VirtualTime => {
  let now = 0;
  const timers: Timer[] = [];
  const working = new Set<Promise<unknown>>();

  const quiet = async (): Promise<void> => {
    // What a statement or a timer set going may take a turn until it starts the next statement.
    for (let turns = 0; turns < 2; turns += 1) {
      await turn();
      if (working.size === 0) continue;
      await Promise.allSettled(working);
      turns = -1;
    }
  };

  const nextDue = (end: number): Timer | undefined => {
    const [first] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
    if (first) timers.splice(timers.indexOf(first), 1);
    return first;
  };

  return {
    now: () => now,
    sleep: (milliseconds) =>
      new Promise((resolve) => timers.push({ at: now + milliseconds, run: resolve })),
    during: (work) => {
      working.add(work);
      const done = () => working.delete(work);
      work.then(done, done);
      return work;
    },
    quiet,
    advance: async (milliseconds) => {
      const end = now + milliseconds;
      await quiet();
      for (let timer = nextDue(end); timer; timer = nextDue(end)) {
        now = timer.at;
        timer.run();
        await quiet();
      }
      now = end;
    },
  };
};
