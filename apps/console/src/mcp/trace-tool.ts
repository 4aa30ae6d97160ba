import type { Span, Trace } from '@faultline/contracts/console';
import type { ToolResponse } from './tool-response';

/** Attributes that say the same in every span, or what the response says anyway. */
const dull = /^(url\.full|user_agent|network\.|server\.|thread\.|http\.request\.header)/;

const told = (attributes: Span['attributes']): Span['attributes'] =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => !dull.test(key)));

interface Folded {
  span: Span;
  times: number;
  duration: number;
}

/** Siblings that repeat each other become one line. */
const folded = (spans: readonly Span[]): Folded[] => {
  const lines: Folded[] = [];
  for (const span of spans) {
    const last = lines.at(-1);
    const repeats =
      last !== undefined &&
      last.span.parentSpanId === span.parentSpanId &&
      last.span.service === span.service &&
      last.span.name === span.name &&
      last.span.status === span.status;
    if (repeats) {
      last.times += 1;
      last.duration += span.duration;
    } else lines.push({ span, times: 1, duration: span.duration });
  }
  return lines;
};

const depthsOf = (spans: readonly Span[]): Map<string, number> => {
  const depths = new Map<string, number>();
  for (const { spanId, parentSpanId } of spans)
    depths.set(spanId, parentSpanId === undefined ? 0 : (depths.get(parentSpanId) ?? -1) + 1);
  return depths;
};

/** A trace as lines of text that leave out what says little: details of what failed or is on the critical path first. */
export const traceResponse = (trace: Trace): ToolResponse => {
  const depths = depthsOf(trace.spans);
  const items = folded(trace.spans).map(({ span, times, duration }) => {
    const isTelling = span.status === 'ERROR' || span.criticalTime > trace.duration / 10;
    const exception = span.events.find(({ name }) => name === 'exception')?.attributes;
    return {
      depth: depths.get(span.spanId) ?? 0,
      service: span.service,
      name: span.name,
      ...(times > 1 && { times }),
      ...(span.status === 'ERROR' && { status: span.status }),
      start: span.start - trace.start,
      duration,
      ...(times === 1 && { selfTime: span.selfTime, criticalTime: span.criticalTime }),
      ...(exception && {
        exception: `${exception['exception.type']}: ${exception['exception.message']}`,
      }),
      ...(isTelling && { attributes: told(span.attributes) }),
    };
  });
  return {
    traceId: trace.traceId,
    start: trace.start,
    duration: trace.duration,
    spans: trace.totalSpans,
    logs: trace.logs
      .filter(({ level }) => level !== 'info')
      .slice(0, 5)
      .map(({ service, level, message, attributes }) => ({ service, level, message, attributes })),
    items,
  };
};
