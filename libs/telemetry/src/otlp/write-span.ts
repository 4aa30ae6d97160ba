import type { RecordedSpan } from '../spans/recorded-span';
import type { OtlpWriter } from './otlp-writer';

/** Writes a span that has ended as the next item of a `ScopeSpans`. */
export const writeSpan = (writer: OtlpWriter, span: RecordedSpan): void => {
  const start = writer.open(2);
  const { traceId, spanId, traceState } = span.spanContext();
  writer.hex(1, traceId);
  writer.hex(2, spanId);
  if (traceState) writer.text(3, traceState.serialize());
  if (span.parentSpanId) writer.hex(4, span.parentSpanId);
  writer.text(5, span.name);
  // OTLP counts kinds from 1; its 0 is 'unspecified'.
  writer.small(6, span.kind + 1);
  writer.time(7, span.startTime);
  writer.time(8, span.endTime);
  writer.attributes(9, span.initialAttributes);
  if (span.laterAttributes) writer.attributes(9, span.laterAttributes);
  for (const { time, name, attributes } of span.events) {
    const event = writer.open(11);
    writer.time(1, time);
    writer.text(2, name);
    writer.attributes(3, attributes);
    writer.close(event);
  }
  for (const { context, attributes } of span.links) {
    const link = writer.open(13);
    writer.hex(1, context.traceId);
    writer.hex(2, context.spanId);
    writer.attributes(4, attributes ?? {});
    writer.close(link);
  }
  const status = writer.open(15);
  if (span.status.message) writer.text(2, span.status.message);
  writer.small(3, span.status.code);
  writer.close(status);
  writer.close(start);
};
