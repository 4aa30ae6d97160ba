import { increments } from '@faultline/evidence';
import type { ConsoleSources } from '../sources';
import type { Range } from './range';
import { trafficOf } from './traffic';

/** How many requests a component served, or operations on it, and how many of them failed. */
export interface RequestCounts {
  requests: number;
  failed: number;
}

/** The requests of a component in a range, from the metrics that are kept of it. */
export const requestCounts = (
  metrics: Pick<ConsoleSources['metrics'], 'window'>,
  component: string,
  { from, to }: Range,
): RequestCounts => {
  const counts: RequestCounts = { requests: 0, failed: 0 };
  const traffic = trafficOf(component);
  if (!traffic) return counts;
  const { source, metric, labels, hasFailed } = traffic;
  for (const series of increments(metrics.window(source, from, to), `${metric}_count`, labels)) {
    const grown = series.by.reduce((sum, by) => sum + by, 0);
    counts.requests += grown;
    if (hasFailed(series.labels)) counts.failed += grown;
  }
  return { requests: Math.round(counts.requests), failed: Math.round(counts.failed) };
};
