import {
  type Attributes,
  isSpanContextValid,
  type SpanContext,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { FastifyPluginCallback } from 'fastify';

/** What the preload leaves for the rest of the process. Without the preload nothing is traced. */
interface Tracing {
  serverSpans: FastifyPluginCallback;
  flush(): Promise<void>;
}

let tracing: Tracing | undefined;

export const installTracing = (installed: Tracing): void => {
  tracing = installed;
};

export const serverSpans = (): FastifyPluginCallback | undefined => tracing?.serverSpans;

/** Sends what the exporter still holds; for the end of the process. */
export const flushTraces = async (): Promise<void> => tracing?.flush();

/** The span in progress, if there is one. */
export const currentTrace = (): SpanContext | undefined => {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span) ? span : undefined;
};

/** Adds attributes to the span in progress. */
export const markSpan = (attributes: Attributes): void => {
  trace.getActiveSpan()?.setAttributes(attributes);
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
