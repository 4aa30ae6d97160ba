/**
 * What k6 writes to Prometheus with `K6_PROMETHEUS_RW_TREND_STATS='p(95)'` or more. The series are of the shop that
 * k6 loads, and have no label for the installation.
 */
export const k6Metrics = [
  'k6_journeys_total',
  'k6_failed_payments_total',
  'k6_http_reqs_total',
  'k6_http_req_duration_p95',
  'k6_checks_rate',
  'k6_vus',
  'k6_dropped_iterations_total',
] as const;

export type K6Metric = (typeof k6Metrics)[number];

/** The series of a load test. */
export const k6 = (metric: K6Metric, ...matchers: readonly string[]): string =>
  `${metric}{${matchers.join(', ')}}`;

export const withoutK6 = 'Empty without a run of k6 that writes to this Prometheus.';
