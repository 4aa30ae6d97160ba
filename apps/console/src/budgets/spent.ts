import { increments } from '@faultline/evidence';
import { type Indicator, objectives, type Slo } from '@faultline/slo';
import type { ConsoleSources } from '../sources';
import type { Range } from './range';

type Metrics = Pick<ConsoleSources['metrics'], 'window'>;
type Series = Extract<Indicator, { kind: 'count' }>['bad'];

/** What was spent of an objective's budget in a range. */
export interface Spent {
  /** In the objective's unit: seconds of downtime, or bad events. */
  errors: number;
  /** The share of the month's budget, at the traffic of the range where the budget is a share of the requests. */
  share: number;
  /** Seconds of the range of which there are metrics. */
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

/** What an objective's errors came to: all of them, and as a ratio or a number per second. */
const errorsOf = (
  metrics: Metrics,
  { indicator, isTime }: Slo,
  range: Range,
  seconds: number,
): { errors: number; level: number } => {
  switch (indicator.kind) {
    case 'count': {
      const errors = grown(metrics, indicator.bad, range);
      return { errors, level: seconds > 0 ? errors / seconds : 0 };
    }
    case 'bad-of-all':
    case 'good-of-all': {
      const all = grown(metrics, indicator.all, range);
      const errors =
        indicator.kind === 'bad-of-all'
          ? grown(metrics, indicator.bad, range)
          : Math.max(0, all - grown(metrics, indicator.good, range));
      const level = all > 0 ? errors / all : 0;
      return { errors: isTime ? level * seconds : errors, level };
    }
  }
};

/** What was spent of an objective's budget in a range, from the metrics that are kept of it. */
export const spentOf = (metrics: Metrics, slo: Slo, range: Range): Spent => {
  const seconds = secondsOf(metrics, slo, range);
  const { errors, level } = errorsOf(metrics, slo, range, seconds);
  return { errors, seconds, share: ((level / slo.budget) * seconds) / objectives.month };
};

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
