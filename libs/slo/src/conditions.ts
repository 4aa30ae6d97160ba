import type {
  CounterName,
  GaugeName,
  HistogramName,
  LabelName,
  MetricName,
  SampleMetric,
} from '@faultline/telemetry/names';
import type { ServiceName } from '@faultline/topology';

/** The metric that a name of a series is of. */
type MetricOf<Name> = Name extends MetricName
  ? Name
  : Name extends keyof SampleMetric
    ? SampleMetric[Name]
    : never;

/** Patterns for the labels of a metric: a value, or a regular expression between slashes. */
type LabelPatterns<Metric extends MetricName> = [LabelName<Metric>] extends [never]
  ? { labels?: never }
  : { labels?: Readonly<Partial<Record<LabelName<Metric>, string>>> };

/** Some series of one of these metrics. */
type SeriesOf<Names extends string> = {
  [Name in Names]: { service: ServiceName; metric: Name } & LabelPatterns<MetricOf<Name>>;
}[Names];

/** Counts how often something has happened: a counter, or the observations of a histogram. */
type CountingSeries = SeriesOf<CounterName | `${HistogramName}_count`>;
type GaugeSeries = SeriesOf<GaugeName>;
type HistogramSeries = SeriesOf<HistogramName>;

/** Some series, of whichever metric. */
export interface Series {
  service: ServiceName;
  metric: string;
  labels?: Readonly<Record<string, string>>;
}

/** Something that is true of metrics over a time, as data. Windows are in seconds. */
export type MetricCondition =
  /** A counter grows by more than the threshold per second. */
  | { kind: 'rate'; series: CountingSeries; window: number; threshold: number }
  /** What one counter grew by, divided by what another one did, is above the threshold. */
  | {
      kind: 'ratio';
      numerator: CountingSeries;
      denominator: CountingSeries;
      window: number;
      threshold: number;
      /** The denominator grew by so much at least; by 1 if not given. */
      minEvents?: number;
    }
  /** A quantile (0 to 1) of what a histogram observed is above the threshold, in the histogram's unit. */
  | {
      kind: 'quantile';
      series: HistogramSeries;
      quantile: number;
      window: number;
      threshold: number;
    }
  /** A gauge is above, or below, the threshold; the highest of several series counts. */
  | { kind: 'gauge'; series: GaugeSeries; comparison: 'above' | 'below'; threshold: number }
  /** A gauge has grown by more than the threshold. */
  | { kind: 'growth'; series: GaugeSeries; window: number; threshold: number }
  /** The service's metrics cannot be read. */
  | { kind: 'absent'; service: ServiceName };

/** The service that a condition is about. */
export const serviceOf = (condition: MetricCondition): ServiceName => {
  if (condition.kind === 'absent') return condition.service;
  return condition.kind === 'ratio' ? condition.numerator.service : condition.series.service;
};
