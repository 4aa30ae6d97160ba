/*
 * The names of the telemetry that services emit; other names do not compile. Importing it does not load the SDK, so that
 * rules, faults, dashboards and tools can use it too.
 */

export { label } from './labels';
export {
  type LogFields,
  type LogLevel,
  type LogMessage,
  type LogMessageAt,
  type LogMessageSpec,
  logMessageNames,
  logMessageOf,
} from './log-messages';
export type { MetricSpec } from './metric-spec';
export {
  type CounterName,
  clientDuration,
  type GaugeName,
  type HistogramName,
  isMetricName,
  type LabelName,
  type LabelValues,
  type MetricName,
  metricNames,
  metricOf,
  metrics,
  type SampleMetric,
  type SampleName,
  serverDuration,
  storeDuration,
} from './metrics';
