import { productRoutes } from '@faultline/contracts';
import type { RedGroup, RedSeries } from '@faultline/contracts/console';
import { type Increments, increments, type MetricWindow } from '@faultline/evidence';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { serviceNames } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import { divideByVersion } from './by-version';
import { components } from './components';
import { rangeOf } from './range';
import { spanRed } from './span-red';
import { perSecond, RedSums, type Steps, steppedWindow, stepsOf } from './steps';
import { type Traffic, trafficOf } from './traffic';

export interface RedQuery {
  from?: number;
  to?: number;
  component?: string;
  by: 'service' | 'route' | 'product' | 'version';
  points: number;
  limit: number;
}

/** Divides the growth of a series among the groups of a chart. */
type Divide = (series: Increments) => [group: string, part: Increments][];

/** A component's requests from metrics, in the groups into which they are divided. */
const metricRed = (
  window: MetricWindow,
  { metric, labels, hasFailed }: Traffic,
  steps: Steps,
  divide: Divide,
): RedGroup[] => {
  const stepped = steppedWindow(window, steps);
  const groups = new Map<string, RedSums>();
  for (const bucket of increments(window, `${metric}_bucket`, labels))
    for (const [group, part] of divide(bucket)) {
      const sums = groups.get(group) ?? new RedSums(steps.times.length);
      groups.set(group, sums);
      sums.addBucket(part, hasFailed(bucket.labels), stepped);
    }
  return [...groups].map(([group, sums]) => ({
    name: group,
    requests: Math.round(sums.requests.reduce((total, each) => total + each, 0)),
    rate: perSecond(sums.requests, stepped),
    errorShare: sums.errorShare(),
    p95: sums.p95(),
  }));
};

const known = new Set<string>(components.map(({ name }) => name));

/** Rate, errors and duration over time: by product from spans, else from metrics. */
export const red = async (
  { metrics, store }: Pick<ConsoleSources, 'metrics'> & { store: Pick<TelemetryStore, 'spansBy'> },
  query: RedQuery,
): Promise<RedSeries> => {
  const range = rangeOf(query);
  const { component, by, points, limit } = query;
  const steps = stepsOf(range, points);
  const names = component === undefined ? serviceNames : [component];
  const found = async (): Promise<{ groups: RedGroup[]; searchedSince?: number }> => {
    if (by === 'product') return spanRed(store, productAttribute, range, steps, component);
    const groups = names.flatMap((name) => {
      const traffic = known.has(name) ? trafficOf(name) : undefined;
      if (!traffic) return [];
      const window = metrics.window(traffic.source, range.from, range.to);
      const divide: Record<typeof by, Divide> = {
        service: (series) => [[name, series]],
        route: (series) => [[traffic.routeOf(series.labels), series]],
        version: divideByVersion(window),
      };
      return metricRed(window, traffic, steps, divide[by]);
    });
    return { groups };
  };
  const { groups, ...searched } = await found();
  groups.sort((a, b) => b.requests - a.requests);
  return {
    times: steps.times,
    groups: groups.slice(0, limit),
    total: groups.length,
    truncated: groups.length > limit,
    ...searched,
  };
};

/** The attribute of SERVER spans that names the product. */
const productAttribute = productRoutes.read.shownParameters.id;
