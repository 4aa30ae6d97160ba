import { setTimeout as delay } from 'node:timers/promises';
import type { FaultKey } from './fault-keys';
import type { Settings } from './switched';

/** The interface of a running effect. */
export interface Holding {
  /** Aborted when the fault ends. */
  ended: AbortSignal;
  /** Reports that the effect has begun, or why it could not. */
  report(problem?: unknown): void;
  /** Waits, at most until the fault ends. */
  pause(milliseconds: number): Promise<void>;
}

/** The effect of a fault while it is on. */
export interface Effect {
  key: FaultKey;
  /** The settings with which it should run now; undefined if it should not run. */
  wanted(): Settings | undefined;
  /**
   * Resolves when `ended` is aborted, after undoing the effect. If it rejects, the effect could not begin,
   * and is started again.
   */
  hold(settings: Settings, holding: Holding): Promise<void>;
}

interface Effects {
  add(effect: Effect): void;
  /** Starts and ends effects according to the faults that are on. */
  settle(): void;
  /** Why the effect of a fault could not begin; undefined if it is in effect. */
  problemOf(key: FaultKey): string | undefined;
  /** Ends all of them. */
  stop(): Promise<void>;
}

interface Running {
  settings: string;
  end: AbortController;
  done: Promise<void>;
  failed: boolean;
}

interface Kept {
  effect: Effect;
  running?: Running;
  problem?: string | undefined;
}

const messageOf = (problem: unknown): string | undefined =>
  problem === undefined || problem instanceof Error ? problem?.message : String(problem);

/** Runs effects while their faults are on, one run of each at a time. */
export const createEffects = (): Effects => {
  const all: Kept[] = [];
  const ending = new Set<Promise<void>>();

  const begin = (kept: Kept, settings: Settings, before: Promise<void> | undefined): void => {
    const end = new AbortController();
    const report = (problem?: unknown): void => {
      if (!end.signal.aborted) kept.problem = messageOf(problem);
    };
    const pause = (milliseconds: number): Promise<void> =>
      delay(milliseconds, undefined, { signal: end.signal }).catch(() => undefined);
    const running: Running = {
      settings: JSON.stringify(settings),
      end,
      failed: false,
      done: Promise.resolve(before)
        .then(() => kept.effect.hold(settings, { ended: end.signal, report, pause }))
        .catch((error: unknown) => {
          running.failed = true;
          report(error);
        }),
    };
    kept.running = running;
  };

  const finish = ({ end, done }: Running): void => {
    end.abort();
    const ended = done.finally(() => ending.delete(ended));
    ending.add(ended);
  };

  const settle = (): void => {
    for (const kept of all) {
      const { running } = kept;
      const wanted = kept.effect.wanted();
      if (!running?.failed && running?.settings === (wanted && JSON.stringify(wanted))) continue;
      if (running) finish(running);
      delete kept.running;
      if (wanted) begin(kept, wanted, running?.done);
      else kept.problem = undefined;
    }
  };

  // Ends effects whose time is over, and restarts those that have failed.
  const clock = setInterval(settle, 500).unref();

  return {
    add: (effect) => {
      all.push({ effect });
      settle();
    },
    settle,
    problemOf: (key) => all.find(({ effect }) => effect.key === key)?.problem,
    stop: async () => {
      clearInterval(clock);
      for (const { running } of all) if (running) finish(running);
      await Promise.all(ending);
    },
  };
};
