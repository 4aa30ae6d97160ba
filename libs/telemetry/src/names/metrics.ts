import type {
  METRIC_DB_CLIENT_OPERATION_DURATION,
  METRIC_HTTP_CLIENT_REQUEST_DURATION,
  METRIC_HTTP_SERVER_REQUEST_DURATION,
} from '@opentelemetry/semantic-conventions';
import { consoleMetrics } from './console-metrics';
import { label } from './labels';
import type { MetricSpec } from './metric-spec';

import type { PrometheusName } from './prometheus-name';

export const serverDuration =
  'http_server_request_duration_seconds' satisfies `${PrometheusName<typeof METRIC_HTTP_SERVER_REQUEST_DURATION>}_seconds`;
export const clientDuration =
  'http_client_request_duration_seconds' satisfies `${PrometheusName<typeof METRIC_HTTP_CLIENT_REQUEST_DURATION>}_seconds`;
export const storeDuration =
  'db_client_operation_duration_seconds' satisfies `${PrometheusName<typeof METRIC_DB_CLIENT_OPERATION_DURATION>}_seconds`;

/**
 * All metrics of services, and those of the runtime that rules and dashboards use. Other metrics
 * can be neither made nor queried.
 */
export const metrics = {
  [serverDuration]: {
    type: 'histogram',
    unit: 'seconds',
    help: 'Time from request to response',
    note: 'A bucket ends at exactly 2 s, the objective. The route of requests that match none is `not-found`.',
    labels: [label.method, label.route, label.status],
    madeBy: 'every service',
  },
  http_server_request_body_size_bytes: {
    type: 'histogram',
    unit: 'bytes',
    help: 'Size of request bodies, of requests that have one',
    labels: [label.method, label.route],
    madeBy: 'every service',
  },
  http_server_response_body_size_bytes: {
    type: 'histogram',
    unit: 'bytes',
    help: 'Size of response bodies',
    labels: [label.method, label.route],
    madeBy: 'every service',
  },
  [clientDuration]: {
    type: 'histogram',
    unit: 'seconds',
    help: 'How long calls to other services took, retries included',
    labels: [label.method, label.server, label.route, label.status, label.errorType],
    madeBy: 'services that call others',
  },
  [storeDuration]: {
    type: 'histogram',
    unit: 'seconds',
    help: 'How long store operations took, waiting for a connection included',
    labels: [label.system, label.store, label.operation, label.collection, label.errorType],
    madeBy: 'services with a store',
  },
  // Not `…_count`, which Prometheus reserves for histograms.
  db_client_connections: {
    type: 'gauge',
    help: 'Connections of the pool by state; `waiting` counts the requests for a connection',
    note: 'The states are `idle`, `used` and `waiting`.',
    labels: [label.pool, label.poolState],
    madeBy: 'services with PostgreSQL',
  },
  redis_connected: {
    type: 'gauge',
    help: 'Whether the connection is up',
    labels: [label.store],
    madeBy: 'services with Redis',
  },
  redis_writable: {
    type: 'gauge',
    help: 'Whether the server is a primary that accepts writes',
    labels: [label.store],
    madeBy: 'services with Redis',
  },
  redis_replica_link_up: {
    type: 'gauge',
    help: 'Whether the replica follows the primary',
    note: "A replica follows if it is connected and has the primary's history.",
    labels: [label.store],
    madeBy: 'services with Redis',
  },
  redis_replica_lag_bytes: {
    type: 'gauge',
    unit: 'bytes',
    help: 'Bytes by which the replica is behind the primary',
    note: 'It grows while the replica follows no primary, and is below 0 after the primary began a new history.',
    labels: [label.store],
    madeBy: 'services with Redis',
  },
  payments_total: {
    type: 'counter',
    help: 'Charges by outcome',
    labels: ['outcome', 'reason'],
    madeBy: 'payment',
  },
  orders_total: {
    type: 'counter',
    help: 'Orders paid',
    labels: [],
    madeBy: 'payment',
  },
  order_value_total: {
    type: 'counter',
    unit: 'minor units',
    help: 'Value of the orders paid, in minor units of the currency',
    labels: ['currency'],
    madeBy: 'payment',
  },
  payments_late_total: {
    type: 'counter',
    help: 'Charges that succeeded after they had ended as failed or declined',
    labels: [],
    madeBy: 'payment',
  },
  payments_unrecorded_total: {
    type: 'counter',
    help: 'Charges whose result could not be recorded, after their caller had given up',
    note: 'Reconciliation looks them up.',
    labels: [],
    madeBy: 'payment',
  },
  payments_unresolved: {
    type: 'gauge',
    help: 'Charges whose state the provider could not tell when asked; the same on every instance',
    note: 'Take the maximum of the instances.',
    labels: [],
    madeBy: 'payment',
  },
  payments_unresolved_oldest_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'Age of the oldest unresolved charge; 0 if there is none',
    note: 'Take the maximum of the instances.',
    labels: [],
    madeBy: 'payment',
  },
  log_lines_total: {
    type: 'counter',
    help: 'Lines written to the log',
    labels: ['level'],
    madeBy: 'every service',
  },
  feature_flags_valid: {
    type: 'gauge',
    help: 'Whether the file of flags could be read',
    labels: [],
    madeBy: 'every service',
  },
  telemetry_export_items_total: {
    type: 'counter',
    help: 'Spans and log records by outcome',
    note: 'The outcomes are `exported`, `failed` and `dropped`.',
    labels: ['signal', 'outcome'],
    madeBy: 'every service',
  },
  build_info: {
    type: 'gauge',
    help: 'Version of the process, as labels; the value is always 1',
    labels: ['version', 'revision'],
    madeBy: 'every service',
  },
  ...consoleMetrics,
  process_cpu_seconds_total: {
    type: 'counter',
    unit: 'seconds',
    help: 'Total user and system CPU time spent in seconds.',
    labels: [],
    madeBy: 'prom-client',
  },
  process_cpu_usable_cores: {
    type: 'gauge',
    help: 'The CPU cores that JavaScript can use: one, or less if the limit of the control group is lower.',
    labels: [],
    madeBy: 'every service',
  },
  process_resident_memory_bytes: {
    type: 'gauge',
    unit: 'bytes',
    help: 'Resident memory size in bytes.',
    labels: [],
    madeBy: 'prom-client',
  },
  process_start_time_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'Start time of the process since unix epoch in seconds.',
    labels: [],
    madeBy: 'prom-client',
  },
  nodejs_eventloop_lag_p99_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'The 99th percentile of the event loop’s delays in the last 5 to 10 seconds.',
    labels: [],
    madeBy: 'every service',
  },
} as const satisfies Readonly<Record<string, MetricSpec>>;

type Metrics = typeof metrics;

export type MetricName = keyof Metrics;

type OfType<Type extends MetricSpec['type']> = {
  [Name in MetricName]: Metrics[Name]['type'] extends Type ? Name : never;
}[MetricName];

export type CounterName = OfType<'counter'>;
export type GaugeName = OfType<'gauge'>;
export type HistogramName = OfType<'histogram'>;

/** The labels of a metric, without those that every series has. */
export type LabelName<Name extends MetricName = MetricName> = Metrics[Name]['labels'][number];

/** A value for each label of a metric. */
export type LabelValues<Name extends MetricName> = Readonly<Record<LabelName<Name>, string>>;

/** The sample names of a scrape with their metrics; a histogram has three. */
export type SampleMetric = { [Name in CounterName | GaugeName]: Name } & {
  [Name in HistogramName as `${Name}_${'bucket' | 'count' | 'sum'}`]: Name;
};

export type SampleName = keyof SampleMetric;

export const isMetricName = (name: string): name is MetricName => Object.hasOwn(metrics, name);

export const metricNames: readonly MetricName[] = Object.keys(metrics).filter(isMetricName);

/** The entry of a metric, without its own type, for code that is generic over metrics. */
export const metricOf = (name: MetricName): MetricSpec => metrics[name];
