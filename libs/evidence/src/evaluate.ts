import type { MetricCondition, Series } from '@faultline/slo';
import { matches } from './matching';
import type { MetricHistory, Scrape } from './metric-history';
import type { Sample } from './metrics-text';

/** What a condition came to; `value` is undefined where there is nothing to say. */
export interface Evaluation {
  holds: boolean;
  /** In the condition's unit: a second, a share, seconds, bytes. */
  value: number | undefined;
}

const keyOf = ({ name, labels }: Sample): string => name + JSON.stringify(labels);

const isOf = ({ metric, labels = {} }: Series, name: string, sample: Sample): boolean =>
  sample.name === name &&
  metric !== '' &&
  Object.entries(labels).every(([label, pattern]) => matches(pattern, sample.labels[label]));

/** How much each counter of a series grew over some scrapes; a restart begins again at 0. */
const growth = (
  scrapes: readonly Scrape[],
  chosen: (sample: Sample) => boolean,
): Map<Sample, number> => {
  const grown = new Map<string, { sample: Sample; by: number; last: number }>();
  let first = true;
  for (const { samples } of scrapes) {
    if (!samples) continue;
    for (const sample of samples) {
      if (!chosen(sample)) continue;
      const key = keyOf(sample);
      const known = grown.get(key);
      // What appears later has grown from nothing.
      if (!known) grown.set(key, { sample, by: first ? 0 : sample.value, last: sample.value });
      else {
        known.by += sample.value < known.last ? sample.value : sample.value - known.last;
        known.last = sample.value;
      }
    }
    first = false;
  }
  return new Map([...grown.values()].map(({ sample, by }) => [sample, by]));
};

const sum = (values: Iterable<number>): number =>
  [...values].reduce((total, value) => total + value, 0);

/**
 * The quantile of a histogram's growth, interpolated within its bucket as PromQL's
 * `histogram_quantile` does; undefined when nothing was observed.
 */
const quantileOf = (buckets: ReadonlyMap<Sample, number>, quantile: number): number | undefined => {
  const counts = new Map<number, number>();
  for (const [{ labels }, by] of buckets) {
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

const startOf = ({ samples = [] }: Scrape): number | undefined =>
  samples.find(({ name }) => name === 'process_start_time_seconds')?.value;

/** Whether a service's metrics could be read all the time, and come from the same process. */
const isSteady = (scrapes: readonly Scrape[]): boolean =>
  scrapes.every((scrape) => scrape.samples && startOf(scrape) === startOf(scrapes[0] ?? scrape));

/** Evaluates a condition at a moment; `since` cuts its window short. Times in ms since 1970. */
export const evaluate = (
  condition: MetricCondition,
  history: MetricHistory,
  now: number,
  since = 0,
): Evaluation => {
  if (condition.kind === 'absent') {
    const latest = history.latest(condition.service);
    return { holds: latest !== undefined && latest.samples === undefined, value: undefined };
  }
  const windowOf = (seconds: number, { service }: Series) =>
    history.since(service, Math.max(since, now - seconds * 1000));
  const grownBy = (seconds: number, series: Series) =>
    sum(
      growth(windowOf(seconds, series), (sample) => isOf(series, series.metric, sample)).values(),
    );

  switch (condition.kind) {
    case 'rate': {
      const { series, window, threshold } = condition;
      const scrapes = windowOf(window, series);
      const seconds = ((scrapes.at(-1)?.time ?? 0) - (scrapes[0]?.time ?? 0)) / 1000;
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
      const buckets = growth(windowOf(window, series), (sample) =>
        isOf(series, `${series.metric}_bucket`, sample),
      );
      const value = quantileOf(buckets, quantile);
      return { holds: value !== undefined && value > threshold, value };
    }
    case 'gauge': {
      const { series, comparison, threshold } = condition;
      const values = (history.latest(series.service)?.samples ?? [])
        .filter((sample) => isOf(series, series.metric, sample))
        .map(({ value }) => value);
      if (values.length === 0) return { holds: false, value: undefined };
      const value = Math.max(...values);
      return { holds: comparison === 'above' ? value > threshold : value < threshold, value };
    }
    case 'growth': {
      const { series, window, threshold } = condition;
      const values = windowOf(window, series).flatMap(({ samples }) =>
        (samples ?? [])
          .filter((sample) => isOf(series, series.metric, sample))
          .map(({ value }) => value),
      );
      const value = (values.at(-1) ?? 0) - (values[0] ?? 0);
      return { holds: values.length > 1 && value > threshold, value };
    }
  }
};
