import type { Type } from 'protobufjs';
import type { ReceivedLog } from './logs';
import { logsRequest, spansRequest } from './messages';
import type { Attributes, AttributeValue } from './read';
import { kinds, type ReceivedSpan, statuses } from './spans';

const anyValueOf = (value: AttributeValue): object => {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValueOf) } };
  return { kvlistValue: { values: pairsOf(value) } };
};

const pairsOf = (attributes: Attributes): object[] =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: anyValueOf(value) }));

/** Nanoseconds as text, of milliseconds with microseconds behind the point. */
const nanosecondsOf = (milliseconds: number): string =>
  String(BigInt(Math.round(milliseconds * 1000)) * 1000n);

const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');

const encode = <Item extends { resource: Attributes }>(
  type: Type,
  items: readonly Item[],
  plain: (item: Item) => object,
): Uint8Array => {
  // Items of one resource are sent under it once.
  const resources = [
    ...Map.groupBy(items, ({ resource }) => JSON.stringify(resource)).values(),
  ].map((group) => ({
    resource: { attributes: pairsOf(group[0]?.resource ?? {}) },
    scopes: [{ items: group.map(plain) }],
  }));
  return type.encode(type.fromObject({ resources })).finish();
};

/** An `ExportTraceServiceRequest` in protobuf. */
export const encodeSpans = (spans: readonly ReceivedSpan[]): Uint8Array =>
  encode(spansRequest, spans, (span) => ({
    traceId: bytesOf(span.traceId),
    spanId: bytesOf(span.spanId),
    parentSpanId: bytesOf(span.parentSpanId),
    name: span.name,
    kind: kinds.indexOf(span.kind),
    startTimeUnixNano: nanosecondsOf(span.start),
    endTimeUnixNano: nanosecondsOf(span.end),
    attributes: pairsOf(span.attributes),
    events: span.events.map(({ name, time, attributes }) => ({
      timeUnixNano: nanosecondsOf(time),
      name,
      attributes: pairsOf(attributes),
    })),
    links: span.links.map(({ traceId, spanId }) => ({
      traceId: bytesOf(traceId),
      spanId: bytesOf(spanId),
    })),
    status: { code: statuses.indexOf(span.status) },
  }));

/** An `ExportLogsServiceRequest` in protobuf. */
export const encodeLogs = (logs: readonly ReceivedLog[]): Uint8Array =>
  encode(logsRequest, logs, (log) => ({
    timeUnixNano: nanosecondsOf(log.time),
    severityText: log.level,
    body: { stringValue: log.message },
    attributes: pairsOf(log.attributes),
    traceId: bytesOf(log.traceId),
    spanId: bytesOf(log.spanId),
  }));
