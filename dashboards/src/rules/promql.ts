import type { MetricCondition, Series } from '@faultline/topology';
import { selector } from './selector';

/**
 * Seconds. A rate needs two samples, and four keep it when one scrape is late and another one lost: a
 * minute holds four even at 15 s, the longest interval that the chart's values have. The windows of the
 * topology, which are for a scrape each second, are never longer.
 */
const shortestWindow = 60;

const range = (seconds: number): string => `${Math.max(seconds, shortestWindow)}s`;

/**
 * How much each counter grew. What appears in a target that was there before has grown from nothing:
 * `increase` alone would miss the first failures, as their series begin with them.
 */
const grown = (series: Series, window: number): string => {
  const [counter, time] = [selector(series), range(window)];
  const known = `up{service="${series.service}"} offset ${time} == 1`;
  return `(
  (${counter} unless ${counter} offset ${time}) and on (job, instance) (${known})
  or increase(${counter}[${time}])
)`;
};

/** A condition in PromQL, with the meaning that libs/signals gives it: it has a result while it holds. */
export const promql = (condition: MetricCondition): string => {
  switch (condition.kind) {
    case 'absent':
      return `absent(up{service="${condition.service}"} == 1)`;
    case 'rate': {
      const { of, window, above } = condition;
      // Each process by itself, however many a service has.
      return `sum by (instance) (rate(${selector(of)}[${range(window)}])) > ${above}`;
    }
    case 'ratio': {
      const { of, to, window, above, atLeast = 1 } = condition;
      const whole = `(sum ${grown(to, window)} >= ${atLeast})`;
      return `sum ${grown(of, window)}\n/\n${whole}\n> ${above}`;
    }
    case 'quantile': {
      const { of, q, window, above } = condition;
      const buckets = grown({ ...of, metric: `${of.metric}_bucket` }, window);
      return `histogram_quantile(${q}, sum by (le) ${buckets}) > ${above}`;
    }
    case 'gauge': {
      const highest = `max(${selector(condition.of)})`;
      return 'above' in condition
        ? `${highest} > ${condition.above}`
        : `${highest} < ${condition.below}`;
    }
    case 'growth': {
      const { of, window, above } = condition;
      return `max by (instance) (delta(${selector(of)}[${range(window)}])) > ${above}`;
    }
  }
};
