import type { Sample } from './metrics-text';

/** What a target's metrics were at one moment. */
export interface Scrape {
  /** Milliseconds since 1970. */
  time: number;
  /** Undefined when they could not be read. */
  samples: readonly Sample[] | undefined;
}

/** The values of one series at the times of a window; NaN where it was not there. */
export interface WindowSeries {
  labels: Readonly<Record<string, string>>;
  values: readonly number[];
}

/** The scrapes of one target over some time, oldest first. */
export interface MetricWindow {
  times: readonly number[];
  /** Whether the metrics could be read at each of the times. */
  readable: readonly boolean[];
  /** The names of all series. */
  names(): string[];
  /** The series of a name whose labels match: values, or regular expressions between slashes. */
  series(name: string, labels?: Readonly<Record<string, string>>): WindowSeries[];
}

/** How much is kept of each target. */
export interface HistorySize {
  /** The last scrapes. */
  scrapes: number;
  /** Of longer ago, one scrape each `every` milliseconds, in half of the memory per scrape. */
  older?: { every: number; scrapes: number };
}
