import type { Span, Trace } from '@faultline/contracts/console';
import { consoleRoutes } from '@faultline/contracts/console';
import type { ReceivedSpan } from '@faultline/otlp';
import { problemOf } from '@faultline/service';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { shownAttributes } from './attributes';
import { logLine } from './logs';
import { type SpanTimes, withTimes } from './trace-times';

const shownSpan = ({ span, times }: { span: ReceivedSpan; times: SpanTimes }): Span => ({
  spanId: span.spanId,
  ...(span.parentSpanId !== '' && { parentSpanId: span.parentSpanId }),
  service: span.service,
  name: span.name,
  kind: span.kind,
  status: span.status,
  start: span.start,
  duration: span.end - span.start,
  selfTime: times.self,
  criticalTime: times.critical,
  attributes: shownAttributes(span.attributes),
  resource: shownAttributes(span.resource),
  events: span.events.map(({ name, time, attributes }) => ({
    name,
    time,
    attributes: shownAttributes(attributes),
  })),
  links: span.links,
});

/** How many spans, and log lines, of a trace are read unless more are asked for. */
export const spansByDefault = 2000;

/** One trace with its log lines. Rejects with an `unknown-trace`. */
export const trace = async (
  store: Pick<TelemetryStore, 'trace' | 'logsOfTrace'>,
  traceId: string,
  limit = spansByDefault,
): Promise<Trace> => {
  const [spans, logs] = await Promise.all([
    store.trace(traceId, limit),
    store.logsOfTrace(traceId, limit),
  ]);
  const times = [
    ...spans.items.flatMap(({ start, end }) => [start, end]),
    ...logs.items.map(({ time }) => time),
  ];
  if (times.length === 0)
    throw problemOf(
      consoleRoutes.trace,
      'unknown-trace',
      'There is nothing of this trace: it was not sampled, or is too old.',
      { field: 'traceId' },
    );
  const start = times.reduce((a, b) => Math.min(a, b));
  return {
    traceId,
    start,
    duration: times.reduce((a, b) => Math.max(a, b)) - start,
    spans: withTimes(spans.items).map(shownSpan),
    logs: logs.items.map(logLine),
    totalSpans: spans.total,
    totalLogs: logs.total,
    truncated: spans.total > spans.items.length || logs.total > logs.items.length,
  };
};

/** A trace with so many of its spans and log lines, the first. */
export const shortTrace = ({ spans, logs, truncated, ...whole }: Trace, limit: number): Trace => ({
  ...whole,
  spans: spans.slice(0, limit),
  logs: logs.slice(0, limit),
  truncated: truncated || spans.length > limit || logs.length > limit,
});
