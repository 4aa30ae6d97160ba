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

/** How ids are written: as bytes in protobuf, in hexadecimal in JSON. */
type Id = (hex: string) => unknown;
const asHex: Id = (hex) => hex;

/** Items of one resource are sent under it once. */
const byResource = <Item extends { resource: Attributes }>(items: readonly Item[]) =>
  [...Map.groupBy(items, ({ resource }) => JSON.stringify(resource)).values()].map((group) => ({
    resource: { attributes: pairsOf(group[0]?.resource ?? {}) },
    group,
  }));

/** Defaults are left out. */
const plainSpan = (span: ReceivedSpan, id: Id): object => ({
  traceId: id(span.traceId),
  spanId: id(span.spanId),
  ...(span.parentSpanId !== '' && { parentSpanId: id(span.parentSpanId) }),
  name: span.name,
  kind: kinds.indexOf(span.kind),
  startTimeUnixNano: nanosecondsOf(span.start),
  endTimeUnixNano: nanosecondsOf(span.end),
  attributes: pairsOf(span.attributes),
  ...(span.events.length > 0 && {
    events: span.events.map(({ name, time, attributes }) => ({
      timeUnixNano: nanosecondsOf(time),
      name,
      attributes: pairsOf(attributes),
    })),
  }),
  ...(span.links.length > 0 && {
    links: span.links.map(({ traceId, spanId }) => ({ traceId: id(traceId), spanId: id(spanId) })),
  }),
  ...(span.status !== 'UNSET' && { status: { code: statuses.indexOf(span.status) } }),
});

const plainLog = (log: ReceivedLog, id: Id): object => ({
  timeUnixNano: nanosecondsOf(log.time),
  severityText: log.level,
  body: { stringValue: log.message },
  attributes: pairsOf(log.attributes),
  traceId: id(log.traceId),
  spanId: id(log.spanId),
});

const protobufOf = <Item extends { resource: Attributes }>(
  type: Type,
  items: readonly Item[],
  plain: (item: Item, id: Id) => object,
): Uint8Array => {
  const resources = byResource(items).map(({ resource, group }) => ({
    resource,
    scopes: [{ items: group.map((item) => plain(item, bytesOf)) }],
  }));
  return type.encode(type.fromObject({ resources })).finish();
};

/** An `ExportTraceServiceRequest` in protobuf. */
export const encodeSpans = (spans: readonly ReceivedSpan[]): Uint8Array =>
  protobufOf(spansRequest, spans, plainSpan);

/** An `ExportLogsServiceRequest` in protobuf. */
export const encodeLogs = (logs: readonly ReceivedLog[]): Uint8Array =>
  protobufOf(logsRequest, logs, plainLog);

/** An `ExportTraceServiceRequest` in OTLP's JSON, in one line. */
export const spansAsJson = (spans: readonly ReceivedSpan[]): string =>
  JSON.stringify({
    resourceSpans: byResource(spans).map(({ resource, group }) => ({
      resource,
      scopeSpans: [{ spans: group.map((span) => plainSpan(span, asHex)) }],
    })),
  });

/** An `ExportLogsServiceRequest` in OTLP's JSON, in one line. */
export const logsAsJson = (logs: readonly ReceivedLog[]): string =>
  JSON.stringify({
    resourceLogs: byResource(logs).map(({ resource, group }) => ({
      resource,
      scopeLogs: [{ logRecords: group.map((log) => plainLog(log, asHex)) }],
    })),
  });
