import { type Static, Type } from 'typebox';
import { Attributes, page, searched, Time } from './common';

export const TraceLine = Type.Object({
  traceId: Type.String(),
  start: Time,
  duration: Type.Number(),
  spans: Type.Integer(),
  errors: Type.Integer(),
  /** Of the root span; without it as long as it has not come. */
  service: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  /** How many of its spans fit the search. */
  hits: Type.Integer(),
  /** Milliseconds of the longest of them. */
  longestHit: Type.Number(),
});
export type TraceLine = Static<typeof TraceLine>;

export const TracePage = Type.Object({ items: Type.Array(TraceLine), ...page, ...searched });
export type TracePage = Static<typeof TracePage>;

export const LogLine = Type.Object({
  time: Time,
  service: Type.String(),
  level: Type.String(),
  /** The message's name. */
  message: Type.String(),
  traceId: Type.Optional(Type.String()),
  spanId: Type.Optional(Type.String()),
  attributes: Attributes,
});
export type LogLine = Static<typeof LogLine>;

export const LogPage = Type.Object({ items: Type.Array(LogLine), ...page, ...searched });
export type LogPage = Static<typeof LogPage>;

const Facet = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));

/** How many records fit, by the most frequent values of each field. */
export const LogFacets = Type.Object({
  service: Facet,
  level: Facet,
  message: Facet,
  /** How many values each field has. */
  values: Type.Object({
    service: Type.Integer(),
    level: Type.Integer(),
    message: Type.Integer(),
  }),
  ...searched,
});
export type LogFacets = Static<typeof LogFacets>;

const SpanEvent = Type.Object({ name: Type.String(), time: Time, attributes: Attributes });

export const Span = Type.Object({
  spanId: Type.String(),
  parentSpanId: Type.Optional(Type.String()),
  service: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  status: Type.Union([Type.Literal('UNSET'), Type.Literal('OK'), Type.Literal('ERROR')]),
  start: Time,
  duration: Type.Number(),
  /** The part of its duration in which none of its children ran. */
  selfTime: Type.Number(),
  /** How much of its self time is on the critical path. */
  criticalTime: Type.Number(),
  attributes: Attributes,
  resource: Attributes,
  events: Type.Array(SpanEvent),
  links: Type.Array(Type.Object({ traceId: Type.String(), spanId: Type.String() })),
});
export type Span = Static<typeof Span>;

export const Trace = Type.Object({
  traceId: Type.String(),
  start: Time,
  duration: Type.Number(),
  /** By their start; a parent comes before its children. */
  spans: Type.Array(Span),
  logs: Type.Array(LogLine),
  totalSpans: Type.Integer(),
  totalLogs: Type.Integer(),
  truncated: Type.Boolean(),
});
export type Trace = Static<typeof Trace>;

/** How often a message was logged in a range. */
export const LogSummary = Type.Object({
  items: Type.Array(
    Type.Object({
      service: Type.String(),
      level: Type.String(),
      message: Type.String(),
      count: Type.Integer(),
      before: Type.Integer(),
      novelty: Type.Union([Type.Literal('new'), Type.Literal('gone'), Type.Literal('known')]),
    }),
  ),
  ...page,
});
export type LogSummary = Static<typeof LogSummary>;

/** A node of a flame graph: self time and that of its children, in milliseconds of CPU. */
export const Frame = Type.Cyclic(
  {
    Frame: Type.Object({
      name: Type.String(),
      value: Type.Number(),
      children: Type.Array(Type.Ref('Frame')),
    }),
  },
  'Frame',
);
export type Frame = Static<typeof Frame>;
