import { wellFormed } from './malformed-body';
import { spansRequest } from './messages';
import {
  type Attributes,
  attributesOf,
  hexOf,
  type Item,
  itemsOf,
  listOf,
  millisecondsOf,
  numberOf,
  partOf,
  textOf,
} from './read';

export const kinds = [
  'UNSPECIFIED',
  'INTERNAL',
  'SERVER',
  'CLIENT',
  'PRODUCER',
  'CONSUMER',
] as const;
export const statuses = ['UNSET', 'OK', 'ERROR'] as const;

export type SpanKind = (typeof kinds)[number];
export type SpanStatus = (typeof statuses)[number];

export interface SpanEvent {
  name: string;
  /** Milliseconds since 1970. */
  time: number;
  attributes: Attributes;
}

export interface SpanLink {
  traceId: string;
  spanId: string;
}

/** A span as it came in. Times are milliseconds since 1970; a root's `parentSpanId` is empty. */
export interface ReceivedSpan {
  service: string;
  resource: Attributes;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  kind: SpanKind;
  start: number;
  end: number;
  attributes: Attributes;
  events: SpanEvent[];
  /** Traces that this span belongs to without being part of them. */
  links: SpanLink[];
  status: SpanStatus;
}

/** The spans of an `ExportTraceServiceRequest` in protobuf. Throws a MalformedBodyError. */
export const readSpans = (body: Uint8Array): ReceivedSpan[] =>
  wellFormed(() => itemsOf(spansRequest, body).map(spanOf));

const spanOf = ({ resource, item }: Item): ReceivedSpan => ({
  service: textOf(resource['service.name']),
  resource,
  traceId: hexOf(item.traceId),
  spanId: hexOf(item.spanId),
  parentSpanId: hexOf(item.parentSpanId),
  name: textOf(item.name),
  kind: kinds[numberOf(item.kind)] ?? 'UNSPECIFIED',
  start: millisecondsOf(item.startTimeUnixNano),
  end: millisecondsOf(item.endTimeUnixNano),
  attributes: attributesOf(item.attributes),
  events: listOf(item.events).map((event) => ({
    name: textOf(event.name),
    time: millisecondsOf(event.timeUnixNano),
    attributes: attributesOf(event.attributes),
  })),
  links: listOf(item.links).map(({ traceId, spanId }) => ({
    traceId: hexOf(traceId),
    spanId: hexOf(spanId),
  })),
  status: statuses[numberOf(partOf(item.status).code)] ?? 'UNSET',
});
