import {
  arrayOf,
  type Guard,
  isBoolean,
  isInteger,
  isText,
  objectOf,
  optional,
} from '../../guards';
import type {
  Frame,
  LogFacets,
  LogLine,
  LogPage,
  LogSummary,
  Span,
  Trace,
  TraceLine,
  TracePage,
} from '..';
import { isAttributes, isNovelty, isNumber, listOf, oneOf, searched } from './parts';

export const isTracePage: Guard<TracePage> = listOf(
  objectOf<TraceLine>({
    traceId: isText,
    start: isNumber,
    duration: isNumber,
    spans: isInteger,
    errors: isInteger,
    service: optional(isText),
    name: optional(isText),
    hits: isInteger,
    longestHit: isNumber,
  }),
);

const isLogLine = objectOf<LogLine>({
  time: isNumber,
  service: isText,
  level: isText,
  message: isText,
  traceId: optional(isText),
  spanId: optional(isText),
  attributes: isAttributes,
});

export const isLogPage: Guard<LogPage> = listOf(isLogLine);

const isSpan = objectOf<Span>({
  spanId: isText,
  parentSpanId: optional(isText),
  service: isText,
  name: isText,
  kind: isText,
  status: oneOf('UNSET', 'OK', 'ERROR'),
  start: isNumber,
  duration: isNumber,
  selfTime: isNumber,
  criticalTime: isNumber,
  attributes: isAttributes,
  resource: isAttributes,
  events: arrayOf(
    objectOf<Span['events'][number]>({ name: isText, time: isNumber, attributes: isAttributes }),
  ),
  links: arrayOf(objectOf<Span['links'][number]>({ traceId: isText, spanId: isText })),
});

export const isTrace = objectOf<Trace>({
  traceId: isText,
  start: isNumber,
  duration: isNumber,
  spans: arrayOf(isSpan),
  logs: arrayOf(isLogLine),
  totalSpans: isInteger,
  totalLogs: isInteger,
  truncated: isBoolean,
});

const isFacet = arrayOf(objectOf<LogFacets['level'][number]>({ value: isText, count: isInteger }));

export const isLogFacets = objectOf<LogFacets>({
  service: isFacet,
  level: isFacet,
  message: isFacet,
  values: objectOf<LogFacets['values']>({
    service: isInteger,
    level: isInteger,
    message: isInteger,
  }),
  ...searched,
});

export const isLogSummary: Guard<LogSummary> = listOf(
  objectOf<LogSummary['items'][number]>({
    service: isText,
    level: isText,
    message: isText,
    count: isInteger,
    before: isInteger,
    novelty: isNovelty,
  }),
);

export const isFrame: Guard<Frame> = objectOf<Frame>({
  name: isText,
  value: isNumber,
  children: (value): value is Frame['children'] =>
    Array.isArray(value) && value.every((child) => isFrame(child)),
});
