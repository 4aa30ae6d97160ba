import { increments } from '@faultline/evidence';
import { type Indicator, objectives, type Slo } from '@faultline/slo';
import type { MetricSource } from '../metrics/metric-source';
import type { Range } from '../views/range';

type Metrics = Pick<MetricSource, 'window'>;
type Series = Extract<Indicator, { kind: 'count' }>['bad'];

/** What an objective counts in a period. */
export interface Counts {
  bad: number;
  /** All events; 0 where the objective is a number of bad ones. */
  all: number;
  /** Seconds of the period of which there are metrics. */
  seconds: number;
}

/** What was spent of an objective's budget. */
export interface Spent {
  /** In the objective's unit: seconds of downtime, or bad events. */
  errors: number;
  /** The share of the month's budget, at the traffic of the period where the budget is a share of the requests. */
  share: number;
  /** Seconds of which there are metrics. */
  seconds: number;
}

const grown = (metrics: Metrics, { service, metric, labels }: Series, { from, to }: Range) =>
  increments(metrics.window(service, from, to), metric, labels).reduce(
    (sum, { by }) => by.reduce((total, each) => total + each, sum),
    0,
  );

const secondsOf = (metrics: Metrics, { service }: Slo, { from, to }: Range): number => {
  const { times } = metrics.window(service, from, to);
  return ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
};

/** What an objective counts in a range, from the metrics that are kept of it. */
export const countsOf = (metrics: Metrics, slo: Slo, range: Range): Counts => {
  const { indicator } = slo;
  const seconds = secondsOf(metrics, slo, range);
  switch (indicator.kind) {
    case 'count':
      return { bad: grown(metrics, indicator.bad, range), all: 0, seconds };
    case 'bad-of-all':
      return {
        bad: grown(metrics, indicator.bad, range),
        all: grown(metrics, indicator.all, range),
        seconds,
      };
    case 'good-of-all': {
      const all = grown(metrics, indicator.all, range);
      return { bad: Math.max(0, all - grown(metrics, indicator.good, range)), all, seconds };
    }
  }
};

/** What was spent of an objective's budget, by what it counted. */
export const spentBy = (slo: Slo, { bad, all, seconds }: Counts): Spent => {
  const of = slo.indicator.kind === 'count' ? seconds : all;
  // Errors per second, or as a ratio.
  const level = of > 0 ? bad / of : 0;
  return {
    errors: slo.isTime ? level * seconds : bad,
    seconds,
    share: ((level / slo.budget) * seconds) / objectives.month,
  };
};

/** What was spent of an objective's budget in a range, from the metrics that are kept of it. */
export const spentOf = (metrics: Metrics, slo: Slo, range: Range): Spent =>
  spentBy(slo, countsOf(metrics, slo, range));

/**
 * How many times faster than allowed a budget is spent over the seconds before a moment; undefined until there are data of
 * half of them, as in the rules for Prometheus.
 */
export const burnRateAt = (
  metrics: Metrics,
  slo: Slo,
  at: number,
  window: number,
): number | undefined => {
  const { share, seconds } = spentOf(metrics, slo, { from: at - window * 1000, to: at });
  return seconds < window / 2 ? undefined : (share * objectives.month) / seconds;
};
