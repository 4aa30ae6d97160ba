/** What the load reports each second, as far as the demo shows it. */
export interface LoadReading {
  journeysPerSecond: number;
  /** 0 to 1. */
  failureRatio: number;
  latency: { p95: number };
  totals: { succeeded: number; failed: number };
}

/** The reading in a message from the load's process, or undefined when it is something else. */
export const loadReading = (message: unknown): LoadReading | undefined => {
  const { journeysPerSecond, failureRatio, latency, totals } = Object(message);
  const { p95 } = Object(latency);
  const { succeeded, failed } = Object(totals);
  const numbers: unknown[] = [journeysPerSecond, failureRatio, p95, succeeded, failed];
  return numbers.every((value) => typeof value === 'number')
    ? { journeysPerSecond, failureRatio, latency: { p95 }, totals: { succeeded, failed } }
    : undefined;
};
