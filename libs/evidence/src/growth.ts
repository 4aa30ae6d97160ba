import type { Series } from '@faultline/slo';
import type { MetricWindow, WindowSeries } from './scrape';

/** How much a series grew up to each time of a window, since the time before. */
export interface Increments {
  labels: WindowSeries['labels'];
  by: Float64Array;
}

/** The increments of each series of a name; a restart begins again at 0. */
export const increments = (
  { readable, series }: MetricWindow,
  name: string,
  labels?: Series['labels'],
): Increments[] => {
  const first = readable.indexOf(true);
  return series(name, labels).map((each) => {
    const by = new Float64Array(each.values.length);
    let last: number | undefined;
    each.values.forEach((value, index) => {
      if (Number.isNaN(value)) return;
      // What appears later has grown from nothing.
      if (last === undefined) by[index] = index === first ? 0 : value;
      else by[index] = value < last ? value : value - last;
      last = value;
    });
    return { labels: each.labels, by };
  });
};

/** The upper bound of a histogram's bucket. */
export const boundOf = ({ le }: WindowSeries['labels']): number =>
  le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);

/** How many events of a histogram's cumulative counts were above the last bound of a bucket that is not above `bound`. */
export const countOver = (counts: ReadonlyMap<number, number>, bound: number): number => {
  const total = counts.get(Number.POSITIVE_INFINITY) ?? 0;
  const within = Math.max(...[...counts.keys()].filter((each) => each <= bound));
  return total - (counts.get(within) ?? 0);
};

/**
 * The quantile of a histogram's cumulative counts by the upper bounds of its buckets, interpolated within its bucket as
 * PromQL's `histogram_quantile` does; undefined when nothing was observed.
 */
export const quantileOf = (
  counts: ReadonlyMap<number, number>,
  quantile: number,
): number | undefined => {
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
