import { INVALID_TRACEID, type SpanContext, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyPluginCallback } from 'fastify';
import type { ExportQueue } from './export/export-queue';
import type { LoggedLine } from './otlp/write-log-record';

/** What the preload leaves for the rest of the process. Without it nothing is traced or exported. */
interface Tracing {
  serverSpans: FastifyPluginCallback;
  log: ExportQueue<LoggedLine> | undefined;
  flush(): Promise<void>;
}

let tracing: Tracing | undefined;

export const installTracing = (installed: Tracing): void => {
  tracing = installed;
};

export const serverSpans = (): FastifyPluginCallback | undefined => tracing?.serverSpans;

export const exportedLog = (): ExportQueue<LoggedLine> | undefined => tracing?.log;

/** Sends what the exporters still hold; for the end of the process. */
export const flushTelemetry = async (): Promise<void> => tracing?.flush();

/** The span in progress, if there is one. */
export const currentTrace = (): SpanContext | undefined => {
  const span = trace.getActiveSpan()?.spanContext();
  return span?.traceId === INVALID_TRACEID ? undefined : span;
};

/** Runs background work as a span of its own, so that the calls it makes are one trace. */
export const traced = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  trace.getTracer('@faultline/telemetry').startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.recordException(error instanceof Error ? error : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
