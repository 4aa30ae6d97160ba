import type { MetricCondition, Series } from '@faultline/slo';
import { boundOf, countOver, increments, quantileOf } from './growth';
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

/** Seconds between two scrapes in which nothing is thought to have changed, at least: some scrapes may fail. */
const minGap = 10;

/** How much series grew, by the values of a label; in all if there is none. */
const grownByLabel = (
  window: MetricWindow,
  { metric, labels }: Series,
  label: string | undefined,
): Map<string, number> => {
  const grown = new Map<string, number>();
  for (const { labels: own, by } of increments(window, metric, labels)) {
    const value = label === undefined ? '' : (own[label] ?? '');
    grown.set(value, (grown.get(value) ?? 0) + sum(by));
  }
  return grown;
};

/** Whether a service's metrics could be read all the time, and come from the same processes. */
export const isSteady = ({ readable, series }: MetricWindow): boolean => {
  const starts = series('process_start_time_seconds');
  return (
    readable.every(Boolean) &&
    starts.every(({ values }) => values.every((start) => start === values[0]))
  );
};

/** What a series was at least, or at most, since a time; NaN for one that did not exist before. */
const heldSince = (
  from: number,
  times: readonly number[],
  [first = Number.NaN, ...others]: readonly number[],
  isAbove: boolean,
): number => {
  if (Number.isNaN(first)) return first;
  const known = [first, ...others].filter(
    (value, index) => !Number.isNaN(value) && (times[index] ?? from) >= from,
  );
  if (known.length === 0) return Number.NaN;
  return isAbove ? Math.min(...known) : Math.max(...known);
};

/** Whether a process, by its instance, has at least an age in seconds; a process without a start time has not. */
const hasAge = ({ series }: MetricWindow, seconds: number, now: number) => {
  if (seconds === 0) return () => true;
  const starts = series('process_start_time_seconds');
  return (instance: string | undefined): boolean => {
    const start = starts.find(({ labels }) => labels.instance === instance)?.values.at(-1);
    return start !== undefined && now / 1000 - start >= seconds;
  };
};

/** The last value of a gauge; of several series, the largest. */
const lastOf = ({ series }: MetricWindow, { metric, labels }: Series): number | undefined => {
  const values = series(metric, labels)
    .map((each) => each.values.at(-1) ?? Number.NaN)
    .filter((value) => !Number.isNaN(value));
  return values.length === 0 ? undefined : Math.max(...values);
};

/** How often a series had another value than before. */
const changesIn = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.filter((value, index) => index > 0 && value !== known[index - 1]).length;
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
    sum(grownByLabel(windowOf(seconds, series), series, undefined).values());

  switch (condition.kind) {
    case 'rate': {
      const { series, window, threshold, of } = condition;
      const { times } = windowOf(window, series);
      const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
      const whole = of ? lastOf(windowOf(window, of), of) : 1;
      const value =
        seconds > 0 && whole !== undefined ? grownBy(window, series) / seconds / whole : undefined;
      return { holds: value !== undefined && value > threshold, value };
    }
    case 'ratio': {
      const {
        numerator,
        denominator,
        window,
        threshold,
        minEvents = 1,
        minNumerator = 0,
        by,
      } = condition;
      // Of two services, one that was away has lost what the other one still counts.
      const isWithin = numerator.service === denominator.service;
      if (!isWithin && ![numerator, denominator].every((each) => isSteady(windowOf(window, each))))
        return { holds: false, value: undefined };
      const parts = grownByLabel(windowOf(window, numerator), numerator, by);
      const wholes = grownByLabel(windowOf(window, denominator), denominator, by);
      const ratios = [...wholes].flatMap(([label, whole]) => {
        const part = parts.get(label) ?? 0;
        return whole < minEvents || part < minNumerator ? [] : [part / whole];
      });
      if (ratios.length === 0) return { holds: false, value: undefined };
      const value = Math.max(...ratios);
      return { holds: value > threshold, value };
    }
    case 'quantile': {
      const { series, quantile, window, threshold, minOver = 1 } = condition;
      const buckets = bucketsOf(windowOf(window, series), series);
      const value = quantileOf(buckets, quantile);
      const isOver = value !== undefined && value > threshold;
      return { holds: isOver && countOver(buckets, threshold) >= minOver, value };
    }
    case 'gauge': {
      const { series, comparison, threshold, window } = condition;
      const isAbove = comparison === 'above';
      // Not cut short by `since`: a shorter time says less.
      const from = now - (window ?? 0) * 1000;
      const during = history.window(series.service, from, now);
      // A scrape of long ago, before a stop, does not say what was when the window began.
      const begin = during.times[0] ?? now;
      const isCovered = begin <= from && from - begin <= Math.max(window ?? 0, minGap) * 1000;
      if (window !== undefined && !isCovered) return { holds: false, value: undefined };
      const values = during
        .series(series.metric, series.labels)
        .flatMap((each) =>
          window === undefined
            ? each.values.slice(-1)
            : heldSince(from, during.times, each.values, isAbove),
        )
        .filter((value) => !Number.isNaN(value));
      if (values.length === 0) return { holds: false, value: undefined };
      const value = Math.max(...values);
      return { holds: isAbove ? value > threshold : value < threshold, value };
    }
    case 'growth': {
      const { series, window, threshold, minAge = 0 } = condition;
      const isOld = hasAge(history.window(series.service, now, now), minAge, now);
      const growths = windowOf(window, series)
        .series(series.metric, series.labels)
        .filter(({ labels }) => isOld(labels.instance))
        .map((each) => each.values.filter((value) => !Number.isNaN(value)))
        .filter((values) => values.length > 1)
        .map((values) => (values.at(-1) ?? 0) - (values[0] ?? 0));
      if (growths.length === 0) return { holds: false, value: undefined };
      const value = Math.max(...growths);
      return { holds: value > threshold, value };
    }
    case 'changes': {
      const { series, window, threshold } = condition;
      const all = windowOf(window, series).series(series.metric, series.labels);
      if (all.length === 0) return { holds: false, value: undefined };
      const value = sum(all.map(({ values }) => changesIn(values)));
      return { holds: value > threshold, value };
    }
  }
};
