export { type Counter, type CounterDefinition, counter } from './counter';
export { fastifyTelemetry } from './fastify-telemetry';
export { createLogger, type Logger, type LoggerOptions } from './logger';
export { createMetrics, type Metrics } from './metrics';
export { type RequestContext, requestContext, runInRequest } from './request-context';
export { hashSession } from './session-hash';
export { describeSql, type SqlDescription } from './sql-description';
export { currentTrace, flushTraces, markSpan, traced } from './tracing';
