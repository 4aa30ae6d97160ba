import type { MetricCondition, Series } from '@faultline/slo';
import { identityLabels } from '@faultline/topology';
import { selector, selectorOf } from './selector';
import type { Timing } from './timing';

/** What rules keep apart: several shops may be in one Prometheus. */
const apart = identityLabels.installation;

/** `up` has only what its scraper knows; this is there while a process can be scraped, and no longer. */
const running = 'build_info';

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
const steady = (of: Series, to: Series, { window }: Timing): string => {
  if (of.metric === to.metric && of.service === to.service) return '';
  const processes = selectorOf('process_start_time_seconds', [
    ...new Set([of.service, to.service]),
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
      const { of, above } = condition;
      // Each process by itself, however many a service has.
      return `sum by (${apart}, instance) (rate(${selector(of)}[${window}])) > ${above}`;
    }
    case 'ratio': {
      const { of, to, above, atLeast = 1 } = condition;
      const part = `sum by (${apart}) ${grown(of, timing)}`;
      const whole = `(sum by (${apart}) ${grown(to, timing)} >= ${atLeast})`;
      return `${part}\n/\n${whole}\n> ${above}${steady(of, to, timing)}`;
    }
    case 'quantile': {
      const { of, q, above } = condition;
      const buckets = grown({ ...of, metric: `${of.metric}_bucket` }, timing);
      return `histogram_quantile(${q}, sum by (le, ${apart}) ${buckets}) > ${above}`;
    }
    case 'gauge': {
      const highest = `max by (${apart}) (${selector(condition.of)})`;
      return 'above' in condition
        ? `${highest} > ${condition.above}`
        : `${highest} < ${condition.below}`;
    }
    case 'growth': {
      const { of, window: seconds, above } = condition;
      const slope = `deriv(${selector(of)}[${window}])`;
      return `max by (${apart}, instance) (${slope}) * ${seconds} > ${above}`;
    }
  }
};

/** 1 for each installation in which a condition holds, and 0 for each other one. */
export const holds = (condition: MetricCondition, timing: Timing): string =>
  `group by (${apart}) (
${promql(condition, timing)}
)
or 0 * group by (${apart}) (last_over_time(${selectorOf(running)}[${remembered}]))`;
