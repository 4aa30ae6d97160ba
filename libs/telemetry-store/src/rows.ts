import type { SQLOutputValue } from 'node:sqlite';
import {
  type Attributes,
  kinds,
  type ReceivedLog,
  type ReceivedSpan,
  type SpanEvent,
  type SpanLink,
  statuses,
} from '@faultline/otlp';
import type { Resource } from './conditions';

export type Row = Record<string, SQLOutputValue>;

export const hex = (value: SQLOutputValue | undefined): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : '';

export const milliseconds = (value: SQLOutputValue | undefined): number => Number(value) / 1000;

/** What the writer has written as JSON; nothing else writes there. */
const written = <Shape>(value: SQLOutputValue | undefined, otherwise: Shape): Shape =>
  typeof value === 'string' ? JSON.parse(value) : otherwise;

export const attributesOf = (value: SQLOutputValue | undefined): Attributes => written(value, {});

export const spanOf = (row: Row, resource: Resource): ReceivedSpan => {
  const start = milliseconds(row.start);
  return {
    service: resource.service,
    resource: resource.attributes,
    traceId: hex(row.trace),
    spanId: hex(row.span),
    parentSpanId: hex(row.parent),
    name: String(row.name),
    kind: kinds.find((kind) => kind === row.kind) ?? 'UNSPECIFIED',
    start,
    end: milliseconds(Number(row.start) + Number(row.duration)),
    status: statuses.find((status) => status === row.status) ?? 'UNSET',
    attributes: attributesOf(row.attributes),
    events: written<SpanEvent[]>(row.events, []),
    links: written<SpanLink[]>(row.links, []),
  };
};

export const logOf = (row: Row, resource: Resource): ReceivedLog => ({
  service: resource.service,
  resource: resource.attributes,
  time: milliseconds(row.time),
  level: String(row.level),
  message: String(row.message),
  traceId: hex(row.trace),
  spanId: hex(row.span),
  attributes: attributesOf(row.attributes),
});
