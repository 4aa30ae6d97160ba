import {
  anyCase,
  attributes,
  boolean,
  file,
  headers,
  nonNegative,
  oneOf,
  positive,
  ratio,
  someOf,
  text,
  url,
  type ValueRule,
} from './value-rules';

/** A variable of OpenTelemetry's specification, and its use in a service. */
export interface OpenTelemetryVariable {
  name: string;
  /** Its effect, or why it has none. */
  note: string;
  /** The check of its values; undefined if the variable is not supported. */
  rule: ValueRule | undefined;
  /** Whether the value is in milliseconds and 0 means no limit. */
  timeout?: boolean;
}

const works = (name: string, rule: ValueRule, note: string): OpenTelemetryVariable => ({
  name,
  note,
  rule,
});

const timeout = (name: string, note: string): OpenTelemetryVariable => ({
  ...works(name, nonNegative, note),
  timeout: true,
});

const unsupported = (note: string, ...names: string[]): OpenTelemetryVariable[] =>
  names.map((name) => ({ name, note, rule: undefined }));

const samplers = ['always_on', 'always_off', 'traceidratio'];

const general = [
  works(
    'OTEL_SDK_DISABLED',
    boolean,
    'no spans and no export; metrics and standard output stay, trace context is propagated',
  ),
  works('OTEL_RESOURCE_ATTRIBUTES', attributes, "resource attributes; they override the kit's own"),
  works('OTEL_SERVICE_NAME', text, 'the name in spans, exported logs and profiles'),
  works(
    'OTEL_LOG_LEVEL',
    anyCase(oneOf('none', 'error', 'warn', 'info', 'debug', 'verbose', 'all')),
    "level of the SDK's own messages on standard error; if unset, errors, at most one per minute",
  ),
  works('OTEL_PROPAGATORS', someOf('tracecontext', 'baggage', 'none'), 'only W3C, or none'),
  works(
    'OTEL_TRACES_SAMPLER',
    oneOf(...samplers, ...samplers.map((name) => `parentbased_${name}`)),
    'default `parentbased_always_on`',
  ),
  works('OTEL_TRACES_SAMPLER_ARG', ratio, 'the ratio; default 1'),
];

/** The variables of one of the two batch processors. */
const batch = (prefix: string, items: string) => [
  works(
    `${prefix}_SCHEDULE_DELAY`,
    nonNegative,
    `milliseconds between exports of ${items}; default 1000`,
  ),
  timeout(`${prefix}_EXPORT_TIMEOUT`, 'milliseconds; default 30000; 0 means no limit'),
  works(
    `${prefix}_MAX_QUEUE_SIZE`,
    positive,
    `${items} that may wait; more are dropped; default 2048`,
  ),
  works(`${prefix}_MAX_EXPORT_BATCH_SIZE`, positive, `${items} sent at once; default 512`),
];

const limits = [
  works('OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT', positive, 'characters; longer values are cut'),
  works(
    'OTEL_ATTRIBUTE_COUNT_LIMIT',
    nonNegative,
    'attributes of a span or log record; default 128',
  ),
  works('OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT', positive, 'the same for spans'),
  works('OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', nonNegative, 'the same for spans'),
  works('OTEL_SPAN_EVENT_COUNT_LIMIT', nonNegative, 'events of a span; default 128'),
  works('OTEL_SPAN_LINK_COUNT_LIMIT', nonNegative, 'links of a span; default 128'),
  works('OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT', nonNegative, 'attributes of an event; default 128'),
  works('OTEL_LINK_ATTRIBUTE_COUNT_LIMIT', nonNegative, 'attributes of a link; default 128'),
  works('OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT', positive, 'the same for log records'),
  works('OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT', nonNegative, 'the same for log records'),
];

const exporters = [
  ...['OTEL_TRACES_EXPORTER', 'OTEL_LOGS_EXPORTER'].map((name) =>
    works(
      name,
      someOf('otlp', 'console', 'none'),
      'if unset: otlp if an endpoint is set, else none',
    ),
  ),
  works(
    'OTEL_METRICS_EXPORTER',
    someOf('prometheus', 'none'),
    'no effect: metrics are always scraped from the admin port',
  ),
  works(
    'OTEL_METRICS_EXEMPLAR_FILTER',
    oneOf('trace_based'),
    '`trace_based` only: exemplars are sampled traces',
  ),
];

/** The variables of the OTLP exporter, for both signals or (`TRACES_`, `LOGS_`) for one. */
const otlp = ['', 'TRACES_', 'LOGS_'].flatMap((signal) => {
  const prefix = `OTEL_EXPORTER_OTLP_${signal}`;
  return [
    works(`${prefix}ENDPOINT`, url, signal ? 'the complete URL' : 'the base URL'),
    works(`${prefix}HEADERS`, headers, 'sent with each export'),
    timeout(`${prefix}TIMEOUT`, 'milliseconds; default 10000; 0 means no limit'),
    works(`${prefix}COMPRESSION`, oneOf('none', 'gzip'), 'default `none`'),
    works(`${prefix}PROTOCOL`, oneOf('http/protobuf'), '`http/protobuf` only'),
    works(
      `${prefix}CERTIFICATE`,
      file,
      'PEM file with the certificates that the server is verified against',
    ),
    works(`${prefix}CLIENT_CERTIFICATE`, file, "PEM file with the client's certificates"),
    works(`${prefix}CLIENT_KEY`, file, "PEM file with the client's key"),
    ...unsupported('for gRPC only', `${prefix}INSECURE`),
  ];
});

const pushedMetrics = unsupported(
  'metrics are scraped, not pushed',
  ...['ENDPOINT', 'HEADERS', 'TIMEOUT', 'COMPRESSION', 'PROTOCOL', 'CERTIFICATE'].map(
    (name) => `OTEL_EXPORTER_OTLP_METRICS_${name}`,
  ),
  ...['CLIENT_CERTIFICATE', 'CLIENT_KEY', 'INSECURE'].map(
    (name) => `OTEL_EXPORTER_OTLP_METRICS_${name}`,
  ),
  'OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE',
  'OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION',
  'OTEL_METRIC_EXPORT_INTERVAL',
  'OTEL_METRIC_EXPORT_TIMEOUT',
);

/** Every variable of the specification, in its order. */
export const openTelemetryVariables: readonly OpenTelemetryVariable[] = [
  ...general,
  ...batch('OTEL_BSP', 'spans'),
  ...batch('OTEL_BLRP', 'log records'),
  ...limits,
  ...otlp,
  ...unsupported(
    'there is no Zipkin exporter',
    'OTEL_EXPORTER_ZIPKIN_ENDPOINT',
    'OTEL_EXPORTER_ZIPKIN_TIMEOUT',
    'OTEL_EXPORTER_ZIPKIN_PROTOCOL',
  ),
  ...unsupported(
    '`HOST` and `ADMIN_PORT` set the address from which metrics are scraped',
    'OTEL_EXPORTER_PROMETHEUS_HOST',
    'OTEL_EXPORTER_PROMETHEUS_PORT',
  ),
  ...exporters,
  ...pushedMetrics,
  ...unsupported(
    'there is no declarative configuration',
    'OTEL_EXPERIMENTAL_CONFIG_FILE',
    'OTEL_CONFIG_FILE',
  ),
];
