import {
  type Context,
  context,
  INVALID_TRACEID,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanOptions,
  TraceFlags,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace-base';
import { newSpanId, newTraceId } from './ids';
import { RecordedSpan } from './recorded-span';
import type { Sampling } from './sampler';

type Work<T> = (span: Span) => T;

const parentOf = (within: Context): SpanContext | undefined => {
  const parent = trace.getSpanContext(within);
  return parent && parent.traceId !== INVALID_TRACEID ? parent : undefined;
};

/**
 * Makes spans in OpenTelemetry's API. The SDK's own span copies and checks its attributes several
 * times; with its encoding it took more CPU than all other telemetry together.
 */
export const tracerProvider = (
  { root, followsParent }: Sampling,
  onEnd: (span: RecordedSpan) => void,
): TracerProvider => {
  const startSpan = (name: string, options: SpanOptions = {}, within = context.active()): Span => {
    const { kind = SpanKind.INTERNAL, attributes = {}, links = [] } = options;
    const parent = options.root ? undefined : parentOf(within);
    const traceId = parent?.traceId ?? newTraceId();
    const sampled =
      parent && followsParent
        ? (parent.traceFlags & TraceFlags.SAMPLED) !== 0
        : root.shouldSample(within, traceId, name, kind, attributes, links).decision ===
          SamplingDecision.RECORD_AND_SAMPLED;
    const traceState = parent?.traceState;
    const spanContext: SpanContext = {
      traceId,
      spanId: newSpanId(),
      traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
      ...(traceState && { traceState }),
    };
    if (!sampled) return trace.wrapSpanContext(spanContext);
    const span = new RecordedSpan({
      context: spanContext,
      parentSpanId: parent?.spanId,
      name,
      kind,
      attributes,
      onEnd,
    });
    if (links.length > 0) span.addLinks(links);
    return span;
  };

  function startActiveSpan<T>(name: string, work: Work<T>): T;
  function startActiveSpan<T>(name: string, options: SpanOptions, work: Work<T>): T;
  function startActiveSpan<T>(
    name: string,
    options: SpanOptions,
    within: Context,
    work: Work<T>,
  ): T;
  function startActiveSpan<T>(
    name: string,
    ...given: [Work<T>] | [SpanOptions, Work<T>] | [SpanOptions, Context, Work<T>]
  ): T {
    const [options, within, work] =
      given.length === 1
        ? [{}, context.active(), given[0]]
        : given.length === 2
          ? [given[0], context.active(), given[1]]
          : given;
    const span = startSpan(name, options, within);
    return context.with(trace.setSpan(within, span), () => work(span));
  }

  const tracer: Tracer = { startSpan, startActiveSpan };
  return { getTracer: () => tracer };
};
