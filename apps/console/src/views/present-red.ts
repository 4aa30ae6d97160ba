import type { Edge } from '@faultline/contracts/console';
import { boundOf, increments, quantileOf } from '@faultline/evidence';
import type { ConsoleSources } from '../sources';
import type { Traffic } from './traffic';

/** What a rate is of, at a moment. */
const windowMilliseconds = 30_000;

/** Rate, share of errors and p95 over the half minute before a moment; nothing without two scrapes of that time. */
export const redAt = (
  metrics: ConsoleSources['metrics'],
  { source, metric, labels, hasFailed }: Traffic,
  at: number,
): Pick<Edge, 'rate' | 'errorShare' | 'p95'> => {
  const window = metrics.window(source, at - windowMilliseconds, at);
  const { times } = window;
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  if (seconds <= 0) return {};
  const counts = new Map<number, number>();
  let errors = 0;
  for (const bucket of increments(window, `${metric}_bucket`, labels)) {
    const bound = boundOf(bucket.labels);
    const grown = bucket.by.reduce((sum, by) => sum + by, 0);
    counts.set(bound, (counts.get(bound) ?? 0) + grown);
    if (bound === Number.POSITIVE_INFINITY && hasFailed(bucket.labels)) errors += grown;
  }
  const requests = counts.get(Number.POSITIVE_INFINITY) ?? 0;
  const p95 = quantileOf(counts, 0.95);
  return {
    rate: requests / seconds,
    errorShare: requests > 0 ? errors / requests : 0,
    ...(p95 !== undefined && { p95: p95 * 1000 }),
  };
};
