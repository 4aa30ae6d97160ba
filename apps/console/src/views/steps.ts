import type { Values } from '@faultline/contracts/console';
import { boundOf, type Increments, type MetricWindow, quantileOf } from '@faultline/evidence';
import type { Range } from './range';

/** Shorter steps would have no scrape in some of them. */
const minMilliseconds = 4_000;

/** A range in steps of the same length, for the points of a chart. */
export interface Steps {
  /** The begin of each step. */
  times: number[];
  milliseconds: number;
  /** The step of a time; undefined outside of the range. */
  indexOf(time: number): number | undefined;
}

export const stepsOf = ({ from, to }: Range, points: number): Steps => {
  const milliseconds = Math.max(minMilliseconds, (to - from) / points);
  const count = Math.max(1, Math.ceil((to - from) / milliseconds - 1e-9));
  return {
    times: Array.from({ length: count }, (_, index) => from + index * milliseconds),
    milliseconds,
    indexOf: (time) => {
      const index = Math.floor((time - from) / milliseconds);
      return index >= 0 && index < count ? index : undefined;
    },
  };
};

/** A window of scrapes in steps. */
export interface SteppedWindow {
  steps: Steps;
  /** The step of each scrape. */
  indexes: readonly (number | undefined)[];
  /** The seconds that the scrapes of each step cover; 0 where there is none. */
  seconds: Float64Array;
}

export const steppedWindow = ({ times, readable }: MetricWindow, steps: Steps): SteppedWindow => {
  const indexes = times.map((time) => steps.indexOf(time));
  const seconds = new Float64Array(steps.times.length);
  let last: number | undefined;
  times.forEach((time, scrape) => {
    if (!readable[scrape]) return;
    const index = indexes[scrape];
    if (last !== undefined && index !== undefined)
      seconds[index] = (seconds[index] ?? 0) + (time - last) / 1000;
    last = time;
  });
  return { steps, indexes, seconds };
};

/** Adds increments to the sums of each step. */
export const addIncrements = (
  sums: Float64Array,
  { by }: Increments,
  { indexes }: SteppedWindow,
): void => {
  by.forEach((value, scrape) => {
    const index = indexes[scrape];
    if (index !== undefined) sums[index] = (sums[index] ?? 0) + value;
  });
};

/** Sums per second; null where nothing is known. */
export const perSecond = (sums: Float64Array, { seconds }: SteppedWindow): Values =>
  [...sums].map((sum, index) => {
    const covered = seconds[index] ?? 0;
    return covered > 0 ? sum / covered : null;
  });

/** The last value within each step; null where there is none. */
export const lastValues = (
  values: readonly number[],
  { steps, indexes }: SteppedWindow,
): Values => {
  const last: Values = steps.times.map(() => null);
  values.forEach((value, scrape) => {
    const index = indexes[scrape];
    if (index !== undefined && !Number.isNaN(value)) last[index] = value;
  });
  return last;
};

/** Requests, errors and durations of each step. */
export class RedSums {
  readonly requests: Float64Array;
  readonly errors: Float64Array;
  readonly #buckets = new Map<number, Float64Array>();

  constructor(private readonly size: number) {
    this.requests = new Float64Array(size);
    this.errors = new Float64Array(size);
  }

  /** Adds a bucket of a histogram, whose last one counts all requests. */
  addBucket(bucket: Increments, failed: boolean, window: SteppedWindow): void {
    const bound = boundOf(bucket.labels);
    const sums = this.#buckets.get(bound) ?? new Float64Array(this.size);
    this.#buckets.set(bound, sums);
    addIncrements(sums, bucket, window);
    if (bound !== Number.POSITIVE_INFINITY) return;
    addIncrements(this.requests, bucket, window);
    if (failed) addIncrements(this.errors, bucket, window);
  }

  errorShare(): Values {
    return [...this.requests].map((requests, index) =>
      requests > 0 ? (this.errors[index] ?? 0) / requests : null,
    );
  }

  /** In milliseconds. */
  p95(): Values {
    return [...this.requests].map((_, index) => {
      const counts = [...this.#buckets].map(([bound, sums]): [number, number] => [
        bound,
        sums[index] ?? 0,
      ]);
      const seconds = quantileOf(new Map(counts), 0.95);
      return seconds === undefined ? null : seconds * 1000;
    });
  }
}
