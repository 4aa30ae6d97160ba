import { currentTrace, isSampled } from './tracing';

export type ExemplarLabel = 'trace_id' | 'span_id';

/** The trace that an observation belongs to, as OpenMetrics exemplar labels, if it is sampled. */
export const exemplar = (): Partial<Record<ExemplarLabel, string>> => {
  const span = currentTrace();
  return span && isSampled(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
};
