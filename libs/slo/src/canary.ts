import type { ServiceName } from '@faultline/topology';
import type { QuantileCondition, RatioCondition } from './conditions';
import { objectives } from './objectives';
import { percent } from './plain-numbers';
import {
  errorRatio,
  maxErrorRatio,
  minFailures,
  overLatencyObjective,
  requests,
} from './shared-conditions';
import { type Compared, grownOf } from './translations/by-version';

/** How a new version of a service is judged beside the stable one. */
export const canary = {
  /** The fewest requests of the new version that say anything about it. */
  minRequests: 20,
  /** The fewest failed requests of a route that are no accident. */
  minFailures,
  /** A value that is at most so many times that of the stable version is not the new one's fault. */
  timesStable: 2,
  /** Seconds between two measurements. */
  interval: 5,
  /** How many measurements in a row must be good before more requests go to the new version. */
  passes: 6,
  /** How many measurements may have too few requests before the release is aborted. */
  waits: 8,
  /** How many measurements may find the latency bad: the first requests of a process are slow, and weigh most while they are few. */
  slow: 3,
  /** How many measurements in a row Prometheus may fail to give: Argo's default. */
  unanswered: 4,
} as const;

export type CanaryCheckName = 'traffic' | 'errors' | 'latency';

/** What a measurement says: `wait` if there is too little to say anything. */
export type CanaryVerdict = 'good' | 'bad' | 'wait';

export interface CanaryCheck {
  name: CanaryCheckName;
  /** What it means if it is bad, or if it waits for too long. */
  reason: string;
  /** PromQL with one value, or none. */
  query: string;
  verdict(value: number | undefined): CanaryVerdict;
  /** How many bad measurements there may be before the new version is rolled back. */
  tolerated: number;
  /** The same in the language of Argo's analysis; what is neither is to wait. */
  good: string;
  bad?: string;
}

/** The conditions under which a component is unhealthy, but for each route, and for a quarter of the latency objective. */
const conditionsOf = (service: ServiceName) => ({
  errors: errorRatio({ service, threshold: maxErrorRatio, by: 'http_route' }),
  latency: { ...overLatencyObjective(service), threshold: objectives.latency / 4 },
});

/** The requests of the new version. */
const traffic = (compared: Compared): string =>
  `sum ${grownOf('new', { metric: requests }, compared)}`;

/** Nothing while there are too few requests, 0 if nothing is bad, else the worst value that is bad. */
const worst = (bad: string, compared: Compared): string =>
  `max (\n${bad}\n)\nor 0 * (${traffic(compared)} >= ${canary.minRequests})`;

/** Where the new version is over the threshold, and also worse than the stable one. */
const worse = (value: (which: 'new' | 'stable') => string, enough: string, threshold: number) =>
  `(${enough} > ${threshold})\nunless\n${canary.timesStable} * ${value('stable')} >= ${value('new')}`;

const errorsQuery = (
  { numerator, denominator, threshold, by }: RatioCondition,
  compared: Compared,
) => {
  const failed = (which: 'new' | 'stable') =>
    `sum by (${by}) ${grownOf(which, numerator, compared)}`;
  const all = (which: 'new' | 'stable') =>
    `sum by (${by}) ${grownOf(which, denominator, compared)}`;
  const enough = `(${failed('new')} >= ${canary.minFailures}) / ${all('new')}`;
  return worst(
    worse((which) => `(${failed(which)} / ${all(which)})`, enough, threshold),
    compared,
  );
};

const latencyQuery = ({ series, quantile, threshold }: QuantileCondition, compared: Compared) => {
  const buckets = { ...series, metric: `${series.metric}_bucket` };
  const p = (which: 'new' | 'stable') =>
    `histogram_quantile(${quantile}, sum by (le) ${grownOf(which, buckets, compared)})`;
  const enough = `(${p('new')} and ${traffic(compared)} >= ${canary.minRequests})`;
  return worst(worse(p, enough, threshold), compared);
};

/** 0 is good, more is bad, and nothing says nothing. */
const byWorst = {
  verdict: (value: number | undefined): CanaryVerdict =>
    value === undefined || Number.isNaN(value) ? 'wait' : value > 0 ? 'bad' : 'good',
  good: 'len(result) > 0 && result[0] == 0',
  bad: 'len(result) > 0 && result[0] > 0',
};

/** What is asked of Prometheus about a new version, whoever asks: Argo's controller, or `npm run canary`. */
export const canaryChecks = (
  compared: Compared & { service: ServiceName },
): readonly CanaryCheck[] => {
  const { errors, latency } = conditionsOf(compared.service);
  return [
    {
      name: 'traffic',
      reason: `fewer than ${canary.minRequests} requests have reached the new version`,
      query: `${traffic(compared)} or vector(0)`,
      verdict: (value) => (value !== undefined && value >= canary.minRequests ? 'good' : 'wait'),
      tolerated: 0,
      good: `len(result) > 0 && result[0] >= ${canary.minRequests}`,
    },
    {
      name: 'errors',
      reason: `more than ${percent(errors.threshold)} of the requests of a route fail in the new version, and more than ${canary.timesStable} times the stable version's`,
      query: errorsQuery(errors, compared),
      tolerated: 0,
      ...byWorst,
    },
    {
      name: 'latency',
      reason: `the p95 of the new version is over ${latency.threshold} s, and more than ${canary.timesStable} times the stable version's`,
      query: latencyQuery(latency, compared),
      tolerated: canary.slow,
      ...byWorst,
    },
  ];
};
