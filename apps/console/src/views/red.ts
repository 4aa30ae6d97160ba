import { productRoutes } from '@faultline/contracts';
import type { RedGroup, RedSeries } from '@faultline/contracts/console';
import { increments } from '@faultline/evidence';
import { serviceNames } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import { components } from './components';
import { type Range, rangeOf } from './range';
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

/** A component's requests from metrics, by the name that `nameOf` gives them. */
const metricRed = (
  metrics: ConsoleSources['metrics'],
  { source, metric, labels, hasFailed, routeOf }: Traffic,
  { from, to }: Range,
  steps: Steps,
  name?: string,
): RedGroup[] => {
  const window = metrics.window(source, from, to);
  const stepped = steppedWindow(window, steps);
  const groups = new Map<string, RedSums>();
  for (const bucket of increments(window, `${metric}_bucket`, labels)) {
    const group = name ?? routeOf(bucket.labels);
    const sums = groups.get(group) ?? new RedSums(steps.times.length);
    groups.set(group, sums);
    sums.addBucket(bucket, hasFailed(bucket.labels), stepped);
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

/** Rate, errors and duration over time: by service and route from metrics, by product and version from spans. */
export const red = async (
  { metrics, store }: Pick<ConsoleSources, 'metrics' | 'store'>,
  query: RedQuery,
): Promise<RedSeries> => {
  const range = rangeOf(query);
  const { component, by, points, limit } = query;
  const steps = stepsOf(range, points);
  const names = component === undefined ? serviceNames : [component];
  const groupsOf = async (): Promise<RedGroup[]> => {
    if (by === 'product') return spanRed(store, productAttribute, range, steps, component);
    if (by === 'version') return spanRed(store, 'service.version', range, steps, component);
    return names.flatMap((name) => {
      const traffic = known.has(name) ? trafficOf(name) : undefined;
      return traffic
        ? metricRed(metrics, traffic, range, steps, by === 'service' ? name : undefined)
        : [];
    });
  };
  const groups = (await groupsOf()).sort((a, b) => b.requests - a.requests);
  return {
    times: steps.times,
    groups: groups.slice(0, limit),
    total: groups.length,
    truncated: groups.length > limit,
  };
};

/** The attribute of SERVER spans that names the product. */
const productAttribute = productRoutes.read.shownParameters.id;
