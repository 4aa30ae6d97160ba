import {
  INVALID_TRACEID,
  type SpanContext,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import type { Logger as RecordLogger } from '@opentelemetry/api-logs';
import type { FastifyPluginCallback } from 'fastify';
import type { IgnoredVariable } from './environment/prepare-environment';

/** The state that `register` sets for the process. Without it nothing is traced or exported. */
interface Tracing {
  serverSpans?: FastifyPluginCallback;
  /** Receives exported log lines. */
  log?: RecordLogger | undefined;
  ignoredVariables: readonly IgnoredVariable[];
  /** Another SDK is registered, and makes the spans of this process. */
  steppedAside?: boolean;
  flush(): Promise<void>;
}

let tracing: Tracing | undefined;

export const installTracing = (installed: Tracing): void => {
  tracing = installed;
};

export const serverSpans = (): FastifyPluginCallback | undefined => tracing?.serverSpans;

export const exportedLog = (): RecordLogger | undefined => tracing?.log;

export const ignoredVariables = (): readonly IgnoredVariable[] => tracing?.ignoredVariables ?? [];

export const hasSteppedAside = (): boolean => tracing?.steppedAside ?? false;

/** Flushes the exporters at the end of the process. */
export const flushTelemetry = async (): Promise<void> => tracing?.flush();

/** The current span, if there is one. */
export const currentTrace = (): SpanContext | undefined => {
  const span = trace.getActiveSpan()?.spanContext();
  return span?.traceId === INVALID_TRACEID ? undefined : span;
};

/** Whether a span is sampled, so that its trace can be found. */
export const isSampled = ({ traceFlags }: SpanContext): boolean =>
  (traceFlags & TraceFlags.SAMPLED) !== 0;

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

export type ExemplarLabel = 'trace_id' | 'span_id';

/** The trace that an observation belongs to, as OpenMetrics exemplar labels, if it is sampled. */
export const exemplar = (): Partial<Record<ExemplarLabel, string>> => {
  const span = currentTrace();
  return span && isSampled(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
};
