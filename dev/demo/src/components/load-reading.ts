import { type Static, Type } from 'typebox';
import { Check, Clean } from 'typebox/value';

/** What the load reports each second, as far as the demo shows it. */
const LoadReading = Type.Object({
  journeysPerSecond: Type.Number(),
  /** 0 to 1. */
  failureRatio: Type.Number(),
  latency: Type.Object({ p95: Type.Number() }),
  totals: Type.Object({ succeeded: Type.Number(), failed: Type.Number() }),
});
export type LoadReading = Static<typeof LoadReading>;

/** The reading in a message from the load's process, or undefined when it is something else. */
export const loadReading = (message: unknown): LoadReading | undefined => {
  const reading = Clean(LoadReading, message);
  return Check(LoadReading, reading) ? reading : undefined;
};
