import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type FaultKey, faultOf } from '@faultline/faults';
import type { Switches } from './switches';

export interface Schedule {
  /** The same seed gives the same faults at the same moments after the start. */
  seed: number;
  /** Milliseconds; one fault comes in each. */
  every: number;
  /** Milliseconds for which each fault stays on; less than `every`. */
  duration: number;
  faults: readonly FaultKey[];
  /** How many faults come before it ends; without end by default. */
  count?: number | undefined;
}

/** A fault that comes; `begin` is in milliseconds after the start of the schedule. */
export interface PlannedFault {
  key: FaultKey;
  begin: number;
}

/** What happened to a planned fault; it is skipped when it was on already. */
export type ScheduledEvent = 'on' | 'off' | 'skipped';

/** A number in [0, 1) that follows from the text. */
const fraction = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;

/** The faults of a schedule: in each round each of them once, in random order, at a random moment of its period. */
export function* plannedFaults({
  seed,
  every,
  duration,
  faults,
  count = Number.POSITIVE_INFINITY,
}: Schedule): Generator<PlannedFault> {
  for (let index = 0; index < count; ) {
    const round = index;
    const order = (key: FaultKey): number => fraction(`${seed} ${round} ${key}`);
    for (const key of faults.toSorted((a, b) => order(a) - order(b))) {
      if (index === count) return;
      yield { key, begin: (index + fraction(`${seed} ${index}`) * (1 - duration / every)) * every };
      index += 1;
    }
  }
}

/**
 * Switches the faults of a schedule on and off, until its end or an abort, which also ends the fault that is on. A fault
 * that somebody else has switched on is left alone. `tell` gets a line per event.
 */
export const runSchedule = async (
  switches: Switches,
  schedule: Schedule,
  signal: AbortSignal,
  tell: (event: ScheduledEvent, key: FaultKey) => void,
): Promise<void> => {
  const start = Date.now();
  const until = (moment: number): Promise<void> =>
    delay(Math.max(0, moment - Date.now()), undefined, { signal }).catch(() => undefined);
  for (const { key, begin } of plannedFaults(schedule)) {
    await until(start + begin);
    if (signal.aborted) return;
    const present = await switches.status();
    if (present.some((fault) => fault.key === key)) {
      tell('skipped', key);
      continue;
    }
    await switches.on(key, {});
    tell('on', key);
    await until(start + begin + schedule.duration);
    await (faultOf(key).leavesBehind ? switches.heal(key) : switches.off([key]));
    tell('off', key);
  }
};
