import type { MetricCondition, Series } from '@faultline/slo';
import type { MetricHistory, MetricWindow, WindowSeries } from './metric-history';

/** What a condition came to; `value` is undefined where there is nothing to say. */
export interface Evaluation {
  holds: boolean;
  /** In the condition's unit: a second, a share, seconds, bytes. */
  value: number | undefined;
}

/** How much each series of a window grew, with its labels; a restart begins again at 0. */
const growth = (
  { readable, series }: MetricWindow,
  name: string,
  labels: Series['labels'],
): { labels: WindowSeries['labels']; by: number }[] => {
  const first = readable.indexOf(true);
  return series(name, labels).map((each) => {
    let by = 0;
    let last: number | undefined;
    each.values.forEach((value, index) => {
      if (Number.isNaN(value)) return;
      // What appears later has grown from nothing.
      if (last === undefined) by = index === first ? 0 : value;
      else by += value < last ? value : value - last;
      last = value;
    });
    return { labels: each.labels, by };
  });
};

const sum = (values: Iterable<number>): number =>
  [...values].reduce((total, value) => total + value, 0);

/**
 * The quantile of a histogram's growth, interpolated within its bucket as PromQL's
 * `histogram_quantile` does; undefined when nothing was observed.
 */
const quantileOf = (buckets: ReturnType<typeof growth>, quantile: number): number | undefined => {
  const counts = new Map<number, number>();
  for (const { labels, by } of buckets) {
    const bound = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le);
    counts.set(bound, (counts.get(bound) ?? 0) + by);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const total = sorted.at(-1)?.[1] ?? 0;
  if (total === 0) return undefined;
  let below = 0;
  let lower = 0;
  for (const [bound, count] of sorted) {
    if (count >= quantile * total) {
      if (bound === Number.POSITIVE_INFINITY) return lower;
      return lower + ((bound - lower) * (quantile * total - below)) / (count - below);
    }
    below = count;
    lower = bound;
  }
  return lower;
};

/** Whether a service's metrics could be read all the time, and come from the same process. */
const isSteady = ({ readable, series }: MetricWindow): boolean => {
  const starts = series('process_start_time_seconds').flatMap(({ values }) => values);
  return readable.every(Boolean) && starts.every((start) => start === starts[0]);
};

/** Evaluates a condition at a moment; `since` cuts its window short. Times in ms since 1970. */
export const evaluate = (
  condition: MetricCondition,
  history: MetricHistory,
  now: number,
  since = 0,
): Evaluation => {
  if (condition.kind === 'absent') {
    const { readable } = history.window(condition.service, now, now);
    return { holds: readable.at(-1) === false, value: undefined };
  }
  const windowOf = (seconds: number, { service }: Series) =>
    history.window(service, Math.max(since, now - seconds * 1000), now);
  const grownBy = (seconds: number, series: Series) =>
    sum(growth(windowOf(seconds, series), series.metric, series.labels).map(({ by }) => by));

  switch (condition.kind) {
    case 'rate': {
      const { series, window, threshold } = condition;
      const { times } = windowOf(window, series);
      const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
      const value = seconds > 0 ? grownBy(window, series) / seconds : undefined;
      return { holds: value !== undefined && value > threshold, value };
    }
    case 'ratio': {
      const { numerator, denominator, window, threshold, minEvents = 1 } = condition;
      // Of two services, one that was away has lost what the other one still counts.
      const isWithin = numerator.service === denominator.service;
      if (!isWithin && ![numerator, denominator].every((each) => isSteady(windowOf(window, each))))
        return { holds: false, value: undefined };
      const whole = grownBy(window, denominator);
      if (whole < minEvents) return { holds: false, value: undefined };
      const value = grownBy(window, numerator) / whole;
      return { holds: value > threshold, value };
    }
    case 'quantile': {
      const { series, quantile, window, threshold } = condition;
      const name = `${series.metric}_bucket`;
      const buckets = growth(windowOf(window, series), name, series.labels);
      const value = quantileOf(buckets, quantile);
      return { holds: value !== undefined && value > threshold, value };
    }
    case 'gauge': {
      const { series, comparison, threshold } = condition;
      const values = history
        .window(series.service, now, now)
        .series(series.metric, series.labels)
        .flatMap((each) => each.values.slice(-1))
        .filter((value) => !Number.isNaN(value));
      if (values.length === 0) return { holds: false, value: undefined };
      const value = Math.max(...values);
      return { holds: comparison === 'above' ? value > threshold : value < threshold, value };
    }
    case 'growth': {
      const { series, window, threshold } = condition;
      const values = windowOf(window, series)
        .series(series.metric, series.labels)
        .flatMap((each) => each.values.filter((value) => !Number.isNaN(value)));
      const value = (values.at(-1) ?? 0) - (values[0] ?? 0);
      return { holds: values.length > 1 && value > threshold, value };
    }
  }
};
