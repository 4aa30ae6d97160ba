import type { MetricName } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import type { MetricCondition, Series } from '../conditions';
import { selector, selectorOf } from './selector';
import type { Timing } from './timing';

/** The label by which rules distinguish the installations in one Prometheus. */
const apart = identityLabels.installation;

/** Used instead of `up`, which has only the scraper's labels. It exists only while a process can be scraped. */
const running = 'build_info' satisfies MetricName;

/** How long a missing or removed installation counts as absent. */
const remembered = '1h';

/**
 * The increase of each counter. A new series of an existing target has increased from 0; `increase` alone would miss
 * the first failures, because a series starts with its first event.
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
 * Two independent counters can be compared only if neither was reset: all of their processes
 * are older than the window.
 */
const steady = (numerator: Series, denominator: Series, { window }: Timing): string => {
  if (numerator.metric === denominator.metric && numerator.service === denominator.service)
    return '';
  const processes = selectorOf('process_start_time_seconds', [
    ...new Set([numerator.service, denominator.service]),
  ]);
  return `\nunless on (${apart}) (${processes} unless ${processes} == ${processes} offset ${window})`;
};

/** The service has no process, in an installation that had one recently, or has had other services for a while. */
const absent = ({ service }: { service: Series['service'] }): string => {
  const own = selector({ service, metric: running });
  return `group by (${apart}) (
  last_over_time(${own}[${remembered}])
  or ${selectorOf(running)} offset 5m
)
unless on (${apart}) ${own}`;
};

/**
 * Translates a condition to PromQL, with the same meaning as in libs/evidence. The expression has a result for
 * each installation in which the condition holds.
 */
export const promql = (condition: MetricCondition, timing: Timing): string => {
  const { window } = timing;
  switch (condition.kind) {
    case 'absent':
      return absent(condition);
    case 'rate': {
      const { series, threshold } = condition;
      // Evaluated for each process of the service.
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

/** 1 for each installation in which a condition holds, else 0. */
export const promqlState = (condition: MetricCondition, timing: Timing): string =>
  `group by (${apart}) (
${promql(condition, timing)}
)
or 0 * group by (${apart}) (last_over_time(${selectorOf(running)}[${remembered}]))`;
