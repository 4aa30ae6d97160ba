import type { MetricName } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import type { MetricCondition, Series } from '../conditions';
import { bucketUpTo, selector, selectorOf } from './selector';
import { duration, type Timing } from './timing';

/** The label by which rules distinguish the installations in one Prometheus. */
const apart = identityLabels.installation;

/** Used instead of `up`, which has only the scraper's labels. It exists only while a process can be scraped. */
const running = 'build_info' satisfies MetricName;

const started = 'process_start_time_seconds' satisfies MetricName;

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
  const processes = selectorOf(started, [...new Set([numerator.service, denominator.service])]);
  return `\nunless on (${apart}) (${processes} unless ${processes} == ${processes} offset ${window})`;
};

/** How many events of a histogram were above a bound of its buckets. */
const eventsOver = ({ service, metric, labels }: Series, bound: number, timing: Timing): string => {
  const upTo = (le: string): string =>
    `sum by (${apart}) ${grown({ service, metric: `${metric}_bucket`, labels: { ...labels, le } }, timing)}`;
  return `${upTo('+Inf')} - ${upTo(bucketUpTo(bound))}`;
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
  const longer = (seconds: number): string =>
    seconds > timing.windowSeconds ? duration(seconds) : window;
  switch (condition.kind) {
    case 'absent':
      return absent(condition);
    case 'rate': {
      const { series, threshold, of } = condition;
      // Evaluated for each process of the service.
      const speed = `sum by (${apart}, instance) (rate(${selector(series)}[${window}]))`;
      const whole =
        of && `\n/ on (${apart}, instance) max by (${apart}, instance) (${selector(of)})\n`;
      return `${speed}${whole ?? ' '}> ${threshold}`;
    }
    case 'ratio': {
      const { numerator, denominator, threshold, minEvents = 1, minNumerator, by } = condition;
      const labels = by === undefined ? apart : `${apart}, ${by}`;
      const all = `sum by (${labels}) ${grown(numerator, timing)}`;
      const part = minNumerator === undefined ? all : `(${all} >= ${minNumerator})`;
      const whole = `(sum by (${labels}) ${grown(denominator, timing)} >= ${minEvents})`;
      return `${part}\n/\n${whole}\n> ${threshold}${steady(numerator, denominator, timing)}`;
    }
    case 'quantile': {
      const { series, quantile, threshold, minOver } = condition;
      const buckets = grown({ ...series, metric: `${series.metric}_bucket` }, timing);
      const isOver = `histogram_quantile(${quantile}, sum by (le, ${apart}) ${buckets}) > ${threshold}`;
      if (minOver === undefined) return isOver;
      return `${isOver}\nand on (${apart}) ${eventsOver(series, threshold, timing)} >= ${minOver}`;
    }
    case 'gauge': {
      const { series, comparison, threshold, window: seconds } = condition;
      const gauge = selector(series);
      const isAbove = comparison === 'above';
      const values =
        seconds === undefined
          ? gauge
          : `${isAbove ? 'min' : 'max'}_over_time(${gauge}[${window}]) and ${gauge} offset ${window}`;
      return `max by (${apart}) (${values}) ${isAbove ? '>' : '<'} ${threshold}`;
    }
    case 'growth': {
      const { series, window: seconds, threshold, minAge } = condition;
      const slope = `deriv(${selector(series)}[${window}])`;
      const grows = `max by (${apart}, instance) (${slope}) * ${seconds} > ${threshold}`;
      if (minAge === undefined) return grows;
      const start = selector({ service: series.service, metric: started });
      // The slope is that of the whole window, all of which has to be after the start.
      const age = minAge + timing.windowSeconds;
      return `${grows}\nand on (${apart}, instance) time() - ${start} >= ${age}`;
    }
    case 'changes': {
      const { series, window: seconds, threshold } = condition;
      return `sum by (${apart}) (changes(${selector(series)}[${longer(seconds)}])) > ${threshold}`;
    }
  }
};

/** 1 for each installation in which a condition holds, else 0. */
export const promqlState = (condition: MetricCondition, timing: Timing): string =>
  `group by (${apart}) (
${promql(condition, timing)}
)
or 0 * group by (${apart}) (last_over_time(${selectorOf(running)}[${remembered}]))`;
