/** The middle of several readings, and how far they lie apart. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** The middle value, or the mean of the two in the middle. Throws when there is none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  if (middle.length === 0) throw new RangeError('there is no median of nothing');
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
};

/** Throws when there are no values. */
export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  low: Math.min(...values),
  high: Math.max(...values),
});
