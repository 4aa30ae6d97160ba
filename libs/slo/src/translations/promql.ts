import type { MetricName } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import type { MetricCondition, Series } from '../conditions';
import { selector, selectorOf } from './selector';
import type { Timing } from './timing';

/** What rules keep apart: several shops may be in one Prometheus. */
const apart = identityLabels.installation;

/** `up` has only what its scraper knows; this is there while a process can be scraped, and no longer. */
const running = 'build_info' satisfies MetricName;

/** How long an installation is missed that is there no more, or was taken away. */
const remembered = '1h';

/**
 * How much each counter grew. What appears in a target that was there before has grown from nothing:
 * `increase` alone would miss the first failures, as their series begin with them.
 */
const grown = (series: Series, { window }: Timing): string => {
  const counter = selector(series);
  const known = `${selector({ service: series.service, metric: running })} offset ${window}`;
  return `(
  (${counter} unless ${counter} offset ${window}) and on (${apart}, job, instance) (${known})
  or increase(${counter}[${window}])
)`;
};

/**
 * Two counters of which one is no part of the other can be compared only when neither has lost anything:
 * all of their processes are those of one window ago.
 */
const steady = (numerator: Series, denominator: Series, { window }: Timing): string => {
  if (numerator.metric === denominator.metric && numerator.service === denominator.service)
    return '';
  const processes = selectorOf('process_start_time_seconds', [
    ...new Set([numerator.service, denominator.service]),
  ]);
  return `\nunless on (${apart}) (${processes} unless ${processes} == ${processes} offset ${window})`;
};

/** No process of a service, of an installation that had one or has others for a while. */
const absent = ({ service }: { service: Series['service'] }): string => {
  const own = selector({ service, metric: running });
  return `group by (${apart}) (
  last_over_time(${own}[${remembered}])
  or ${selectorOf(running)} offset 5m
)
unless on (${apart}) ${own}`;
};

/**
 * A condition in PromQL, with the meaning that libs/evidence gives it: for each installation it has a
 * result while it holds there.
 */
export const promql = (condition: MetricCondition, timing: Timing): string => {
  const { window } = timing;
  switch (condition.kind) {
    case 'absent':
      return absent(condition);
    case 'rate': {
      const { series, threshold } = condition;
      // Each process by itself, however many a service has.
      return `sum by (${apart}, instance) (rate(${selector(series)}[${window}])) > ${threshold}`;
    }
    case 'ratio': {
      const { numerator, denominator, threshold, minEvents = 1 } = condition;
      const part = `sum by (${apart}) ${grown(numerator, timing)}`;
      const whole = `(sum by (${apart}) ${grown(denominator, timing)} >= ${minEvents})`;
      return `${part}\n/\n${whole}\n> ${threshold}${steady(numerator, denominator, timing)}`;
    }
    case 'quantile': {
      const { series, quantile, threshold } = condition;
      const buckets = grown({ ...series, metric: `${series.metric}_bucket` }, timing);
      return `histogram_quantile(${quantile}, sum by (le, ${apart}) ${buckets}) > ${threshold}`;
    }
    case 'gauge': {
      const { series, comparison, threshold } = condition;
      const highest = `max by (${apart}) (${selector(series)})`;
      return `${highest} ${comparison === 'above' ? '>' : '<'} ${threshold}`;
    }
    case 'growth': {
      const { series, window: seconds, threshold } = condition;
      const slope = `deriv(${selector(series)}[${window}])`;
      return `max by (${apart}, instance) (${slope}) * ${seconds} > ${threshold}`;
    }
  }
};

/** 1 for each installation in which a condition holds, and 0 for each other one. */
export const promqlState = (condition: MetricCondition, timing: Timing): string =>
  `group by (${apart}) (
${promql(condition, timing)}
)
or 0 * group by (${apart}) (last_over_time(${selectorOf(running)}[${remembered}]))`;
