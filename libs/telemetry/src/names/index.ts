/*
 * What services emit, by name. It loads nothing of the SDK, so that rules, faults, dashboards and tools
 * can import it too: a name that is not in here does not compile.
 */
export {
  type LogFields,
  type LogLevel,
  type LogMessage,
  type LogMessageAt,
  type LogMessageSpec,
  logMessageNames,
  logMessageOf,
} from './log-messages';
export {
  type CounterName,
  clientDuration,
  type GaugeName,
  type HistogramName,
  isMetricName,
  type LabelName,
  type LabelValues,
  type MetricName,
  type MetricSpec,
  metricNames,
  metricOf,
  metrics,
  type SampleMetric,
  type SampleName,
  serverDuration,
  storeDuration,
} from './metrics';
