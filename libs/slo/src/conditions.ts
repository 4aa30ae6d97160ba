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
  /** A counter grows by more than the threshold per second. */
  | { kind: 'rate'; series: Series; window: number; threshold: number }
  /** What one counter grew by, divided by what another one did, is above the threshold. */
  | {
      kind: 'ratio';
      numerator: Series;
      denominator: Series;
      window: number;
      threshold: number;
      /** The denominator grew by so much at least; by 1 if not given. */
      minEvents?: number;
    }
  /** A quantile (0 to 1) of what a histogram observed is above the threshold, in the histogram's unit. */
  | { kind: 'quantile'; series: Series; quantile: number; window: number; threshold: number }
  /** A gauge is above, or below, the threshold; the highest of several series counts. */
  | { kind: 'gauge'; series: Series; comparison: 'above' | 'below'; threshold: number }
  /** A gauge has grown by more than the threshold. */
  | { kind: 'growth'; series: Series; window: number; threshold: number }
  /** The service's metrics cannot be read. */
  | { kind: 'absent'; service: ServiceName };

/** The service that a condition is about. */
export const serviceOf = (condition: MetricCondition): ServiceName => {
  if (condition.kind === 'absent') return condition.service;
  return condition.kind === 'ratio' ? condition.numerator.service : condition.series.service;
};
