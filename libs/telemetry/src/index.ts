export { clientAddress } from './client-address';
export { type ClientSpan, type SpanShape, startClientSpan } from './client-span';
export { type Counter, type CounterDefinition, counter } from './counter';
export type { ExportQueue } from './export/export-queue';
export { foreignLog } from './export/foreign-log';
export { fastifyTelemetry } from './fastify-telemetry';
export { createLogger, type Logger, type LoggerOptions } from './logger';
export { createMetrics, type Metrics } from './metrics';
export type { LoggedLine } from './otlp/write-log-record';
export { cpuProfile, ProfilerBusyError } from './profile';
export { redact } from './redact';
export { type RequestContext, requestContext, runInRequest } from './request-context';
export { serverAttributes } from './server-attributes';
export { hashSession } from './session-hash';
export { describeSql, type SqlDescription } from './sql-description';
export {
  type DescribedOperation,
  describeOperation,
  observeStore,
  type StoreObserver,
  type StoreOperation,
} from './store-operation';
export { currentTrace, flushTelemetry, traced } from './tracing';
