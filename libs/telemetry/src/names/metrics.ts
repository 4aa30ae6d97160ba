import {
  METRIC_DB_CLIENT_OPERATION_DURATION,
  METRIC_HTTP_CLIENT_REQUEST_DURATION,
  METRIC_HTTP_SERVER_REQUEST_DURATION,
} from '@opentelemetry/semantic-conventions';
import { label } from './labels';
import { prometheusName } from './prometheus-name';

export interface MetricSpec {
  type: 'counter' | 'gauge' | 'histogram';
  /** The unit of its values, where they are not a number of things. */
  unit?: 'seconds' | 'bytes' | 'minor units';
  /** What the page of metrics says of it. */
  help: string;
  /** What a reader of the list should know besides. */
  note?: string;
  labels: readonly string[];
  /** Which processes have it. */
  madeBy:
    | 'every service'
    | 'services that call others'
    | 'services with a store'
    | 'services with PostgreSQL'
    | 'services with Redis'
    | 'payment'
    | 'prom-client';
}

export const serverDuration =
  `${prometheusName(METRIC_HTTP_SERVER_REQUEST_DURATION)}_seconds` as const;
export const clientDuration =
  `${prometheusName(METRIC_HTTP_CLIENT_REQUEST_DURATION)}_seconds` as const;
export const storeDuration =
  `${prometheusName(METRIC_DB_CLIENT_OPERATION_DURATION)}_seconds` as const;

/**
 * Every metric that services make, and those of the runtime that rules and dashboards use. What is not
 * in here can neither be made nor asked for.
 */
export const metrics = {
  [serverDuration]: {
    type: 'histogram',
    unit: 'seconds',
    help: 'How long requests took to answer',
    note: 'A bucket ends at exactly 2 s, the objective. The route of what matches none is `not-found`.',
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
    help: 'Connections of the pool by state; waiting is how many requests want one',
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
    help: 'Whether the server is a primary that takes writes',
    labels: [label.store],
    madeBy: 'services with Redis',
  },
  redis_replica_link_up: {
    type: 'gauge',
    help: 'Whether the replica follows the primary',
    note: 'It does while it is connected and has the same history.',
    labels: [label.store],
    madeBy: 'services with Redis',
  },
  redis_replica_lag_bytes: {
    type: 'gauge',
    unit: 'bytes',
    help: 'Bytes of changes that the primary has seen and the replica has not',
    note: 'It grows also when the replica follows nobody any more, and is below 0 when the primary began a new history.',
    labels: [label.store],
    madeBy: 'services with Redis',
  },
  payments_total: {
    type: 'counter',
    help: 'Charges by how they ended',
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
    help: 'Charges that failed inside payment after their caller had given up',
    note: 'Reconciliation asks for them.',
    labels: [],
    madeBy: 'payment',
  },
  payments_unresolved: {
    type: 'gauge',
    help: 'Charges whose end the provider was asked for and could not tell; the same on every instance',
    note: 'Take the maximum of the instances.',
    labels: [],
    madeBy: 'payment',
  },
  payments_unresolved_oldest_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'How long ago the oldest of them began; 0 without any',
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
    help: 'Whether the file of the flags could be read',
    labels: [],
    madeBy: 'every service',
  },
  telemetry_export_items_total: {
    type: 'counter',
    help: 'Spans and log records by what became of them',
    note: 'The outcomes are `exported`, `failed` and `dropped`.',
    labels: ['signal', 'outcome'],
    madeBy: 'every service',
  },
  build_info: {
    type: 'gauge',
    help: 'What runs here: always 1',
    labels: ['version', 'revision'],
    madeBy: 'every service',
  },
  process_cpu_seconds_total: {
    type: 'counter',
    unit: 'seconds',
    help: 'Total user and system CPU time spent in seconds.',
    labels: [],
    madeBy: 'prom-client',
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
    help: 'The 99th percentile of the recorded event loop delays.',
    labels: [],
    madeBy: 'prom-client',
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

/** What a scrape shows, with the metric that it is of: a histogram is three. */
export type SampleMetric = { [Name in CounterName | GaugeName]: Name } & {
  [Name in HistogramName as `${Name}_${'bucket' | 'count' | 'sum'}`]: Name;
};

export type SampleName = keyof SampleMetric;

export const isMetricName = (name: string): name is MetricName => Object.hasOwn(metrics, name);

export const metricNames: readonly MetricName[] = Object.keys(metrics).filter(isMetricName);

/** The entry of a metric, without its own type, for those who treat all alike. */
export const metricOf = (name: MetricName): MetricSpec => metrics[name];
