import { type Static, Type } from 'typebox';
import { Check, Clean } from 'typebox/value';

/** The part of the load's report that the demo shows. */
const LoadReading = Type.Object({
  journeysPerSecond: Type.Number(),
  /** 0 to 1. */
  failureRatio: Type.Number(),
  latency: Type.Object({ p95: Type.Number() }),
  totals: Type.Object({ succeeded: Type.Number(), failed: Type.Number() }),
});
export type LoadReading = Static<typeof LoadReading>;

/** The report in a message from the load's process; undefined for other messages. */
export const loadReading = (message: unknown): LoadReading | undefined => {
  const reading = Clean(LoadReading, message);
  return Check(LoadReading, reading) ? reading : undefined;
};
