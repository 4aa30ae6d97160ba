export { clientAddress } from './client-address';
export { type ClientSpan, type SpanShape, startClientSpan } from './client-span';
export { type OpenTelemetryVariable, openTelemetryVariables } from './environment/variables';
export { type ExportedLog, foreignLog } from './export/foreign-log';
export { fastifyTelemetry, serverFailures } from './fastify-telemetry';
export { createLogger, type Logger, type LoggerOptions } from './logger';
export { createMetrics, type Metrics } from './metrics';
export { cpuProfile, ProfilerBusyError } from './profile';
export { redact } from './redaction/redact';
export { withoutRedaction } from './redaction/unredacted';
export { reportTelemetry } from './report-telemetry';
export { type RequestContext, requestContext, runInRequest } from './request-context';
export { serverAttributes } from './server-attributes';
export { hashSession } from './session-hash';
export { describeSql, type SqlDescription } from './sql-description';
export {
  type DescribedOperation,
  describeOperation,
  observeStore,
  type SlowOperation,
  type StoreObserver,
  type StoreOperation,
} from './store-operation';
export { currentTrace, flushTelemetry, traced } from './tracing';
