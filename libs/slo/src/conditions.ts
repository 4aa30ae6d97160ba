import type {
  CounterName,
  GaugeName,
  HistogramName,
  LabelName,
  MetricName,
  SampleMetric,
} from '@faultline/telemetry/names';
import type { ServiceName, ToolName } from '@faultline/topology';

/** The metric of a series' name. */
type MetricOf<Name> = Name extends MetricName
  ? Name
  : Name extends keyof SampleMetric
    ? SampleMetric[Name]
    : never;

/** Patterns for the labels of a metric: a value, or a regular expression between slashes. */
type LabelPatterns<Metric extends MetricName> = [LabelName<Metric>] extends [never]
  ? { labels?: never }
  : { labels?: Readonly<Partial<Record<LabelName<Metric>, string>>> };

/** Whoever has metrics. */
export type SeriesOwner = ServiceName | ToolName;

/** A selection of series of one of these metrics. */
type SeriesOf<Names extends string> = {
  [Name in Names]: { service: SeriesOwner; metric: Name } & LabelPatterns<MetricOf<Name>>;
}[Names];

/** The names of counting series: counters, and the counts of histograms. */
type CountingSeries = SeriesOf<CounterName | `${HistogramName}_count`>;
type GaugeSeries = SeriesOf<GaugeName>;
type HistogramSeries = SeriesOf<HistogramName>;

/** A selection of series of any metric. */
export interface Series {
  service: SeriesOwner;
  metric: string;
  labels?: Readonly<Record<string, string>>;
}

/** A condition on metrics over a window, as data. Windows are in seconds. */
export type MetricCondition =
  /** A counter grows by more than the threshold per second. */
  | {
      kind: 'rate';
      series: CountingSeries;
      window: number;
      threshold: number;
      /** A gauge of the same process, of which the threshold is a share. */
      of?: GaugeSeries;
    }
  /** The increase of `numerator`, divided by that of `denominator`, is above the threshold. */
  | {
      kind: 'ratio';
      numerator: CountingSeries;
      denominator: CountingSeries;
      window: number;
      threshold: number;
      /** The minimum increase of the denominator; default 1. */
      minEvents?: number;
      /** The minimum increase of the numerator; default 0: of few events, one is a large share. */
      minNumerator?: number;
      /** A label of both: the ratio is taken for each of its values, and one of them suffices. */
      by?: LabelName;
    }
  /** A quantile (0 to 1) of a histogram is above the threshold, in the histogram's unit. */
  | {
      kind: 'quantile';
      series: HistogramSeries;
      quantile: number;
      window: number;
      /** With `minOver`, the upper bound of a bucket. */
      threshold: number;
      /** The minimum number of events above the threshold; default 1: of few events, one is a large share. */
      minOver?: number;
    }
  /** A gauge is above, or below, the threshold; of several series, the maximum counts. */
  | {
      kind: 'gauge';
      series: GaugeSeries;
      comparison: 'above' | 'below';
      threshold: number;
      /** The gauge has existed and has been beyond the threshold for so long; if not given, it is so now. */
      window?: number;
    }
  /** A gauge has grown by more than the threshold. */
  | {
      kind: 'growth';
      series: GaugeSeries;
      window: number;
      threshold: number;
      /** The minimum age of the process in seconds, because each process grows while it starts. */
      minAge?: number;
    }
  /** A gauge has changed more often than the threshold. */
  | { kind: 'changes'; series: GaugeSeries; window: number; threshold: number }
  /** The service's metrics cannot be read. */
  | { kind: 'absent'; service: ServiceName };

export type RatioCondition = Extract<MetricCondition, { kind: 'ratio' }>;
export type QuantileCondition = Extract<MetricCondition, { kind: 'quantile' }>;

/** Whether a ratio is a share of the same events, and so at most 1. */
export const isShare = ({ numerator, denominator }: RatioCondition): boolean =>
  numerator.metric === denominator.metric && numerator.service === denominator.service;

/** Whose metrics a condition is about. */
export const serviceOf = (condition: MetricCondition): SeriesOwner => {
  if (condition.kind === 'absent') return condition.service;
  return condition.kind === 'ratio' ? condition.numerator.service : condition.series.service;
};
