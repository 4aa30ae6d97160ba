import type { MetricCondition, Series } from '@faultline/slo';
import { boundOf, increments, quantileOf } from './growth';
import type { MetricHistory } from './metric-history';
import type { MetricWindow } from './scrape';

/** What a condition came to; `value` is undefined where there is nothing to say. */
export interface Evaluation {
  holds: boolean;
  /** In the condition's unit: a second, a share, seconds, bytes. */
  value: number | undefined;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** The growth of a histogram's buckets by their upper bounds. */
const bucketsOf = (window: MetricWindow, { metric, labels }: Series): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { labels: own, by } of increments(window, `${metric}_bucket`, labels)) {
    const bound = boundOf(own);
    counts.set(bound, (counts.get(bound) ?? 0) + sum(by));
  }
  return counts;
};

/** Whether a service's metrics could be read all the time, and come from the same processes. */
const isSteady = ({ readable, series }: MetricWindow): boolean => {
  const starts = series('process_start_time_seconds');
  return (
    readable.every(Boolean) &&
    starts.every(({ values }) => values.every((start) => start === values[0]))
  );
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
    sum(
      increments(windowOf(seconds, series), series.metric, series.labels).map(({ by }) => sum(by)),
    );

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
      const value = quantileOf(bucketsOf(windowOf(window, series), series), quantile);
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
      const growths = windowOf(window, series)
        .series(series.metric, series.labels)
        .map((each) => each.values.filter((value) => !Number.isNaN(value)))
        .filter((values) => values.length > 1)
        .map((values) => (values.at(-1) ?? 0) - (values[0] ?? 0));
      if (growths.length === 0) return { holds: false, value: undefined };
      const value = Math.max(...growths);
      return { holds: value > threshold, value };
    }
  }
};
