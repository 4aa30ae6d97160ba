import type { ServiceName } from '@faultline/topology';

/** Some series of a metric. */
export interface Series {
  service: ServiceName;
  metric: string;
  /** Label values; one between slashes is a regular expression. */
  labels?: Readonly<Record<string, string>>;
}

/** Something that is true of metrics over a time, as data. Windows are in seconds. */
export type MetricCondition =
  /** A counter grows by more than `above` a second. */
  | { kind: 'rate'; of: Series; window: number; above: number }
  /** A counter grows by more than `above` times another one, which grows at all. */
  | { kind: 'ratio'; of: Series; to: Series; window: number; above: number; atLeast?: number }
  /** The `q` quantile of what a histogram observed is above so much, in the histogram's unit. */
  | { kind: 'quantile'; of: Series; q: number; window: number; above: number }
  /** A gauge is above, or below, so much; the highest of several series counts. */
  | { kind: 'gauge'; of: Series; above: number }
  | { kind: 'gauge'; of: Series; below: number }
  /** A gauge has grown by so much. */
  | { kind: 'growth'; of: Series; window: number; above: number }
  /** The service's metrics cannot be read. */
  | { kind: 'absent'; service: ServiceName };
