import { type Static, Type } from 'typebox';
import { AttributeValue, searched, Time, Values } from './common';

/** Rate per second, share of errors, and p95 of duration over time. */
export const RedGroup = Type.Object({
  name: Type.String(),
  /** Requests in the whole range. */
  requests: Type.Integer(),
  rate: Values,
  errorShare: Values,
  p95: Values,
});
export type RedGroup = Static<typeof RedGroup>;

export const RedSeries = Type.Object({
  times: Type.Array(Time),
  /** The groups with the most requests first. */
  groups: Type.Array(RedGroup),
  total: Type.Integer(),
  truncated: Type.Boolean(),
  ...searched,
});
export type RedSeries = Static<typeof RedSeries>;

/** One line of a chart. */
const Line = Type.Object({ name: Type.String(), values: Values });

/** A chart of what a component uses: CPU, memory, event loop, garbage collection, restarts, connections. */
export const ResourceChart = Type.Object({
  name: Type.String(),
  unit: Type.Union([
    Type.Literal('share'),
    Type.Literal('bytes'),
    Type.Literal('milliseconds'),
    Type.Literal('count'),
    Type.Literal('per second'),
  ]),
  /** A limit to draw, such as the maximum of connections. */
  limit: Type.Optional(Type.Number()),
  lines: Type.Array(Line),
});
export type ResourceChart = Static<typeof ResourceChart>;

export const Resources = Type.Object({
  times: Type.Array(Time),
  charts: Type.Array(ResourceChart),
});
export type Resources = Static<typeof Resources>;

/**
 * Spans by start and duration. Column `c` begins at `from + c * columnMilliseconds`; row `r` begins at
 * `2 ** (r / rowsPerDoubling)` microseconds.
 */
export const HeatMap = Type.Object({
  from: Time,
  to: Time,
  columnMilliseconds: Type.Number(),
  rowsPerDoubling: Type.Integer(),
  cells: Type.Array(
    Type.Object({
      column: Type.Integer(),
      row: Type.Integer(),
      count: Type.Integer(),
      errors: Type.Integer(),
      /** One of its traces. */
      traceId: Type.String(),
    }),
  ),
  /** How many cells there are; those with the most spans are kept. */
  total: Type.Integer(),
  truncated: Type.Boolean(),
  keptSince: Type.Optional(Time),
  ...searched,
});
export type HeatMap = Static<typeof HeatMap>;

/** An attribute value that is more, or less, frequent in the selection than in the rest. */
const Difference = Type.Object({
  key: Type.String(),
  /** As it was sent, so that a search can ask for it: the text "500" is not the number. */
  value: AttributeValue,
  selected: Type.Number(),
  rest: Type.Number(),
});

export const Comparison = Type.Object({
  /** How many spans were compared, of how many there are. */
  selected: Type.Object({ compared: Type.Integer(), total: Type.Integer() }),
  rest: Type.Object({ compared: Type.Integer(), total: Type.Integer() }),
  /** Fewer spans of the selection tell nothing. */
  minSpans: Type.Integer(),
  /** The largest difference first. */
  differences: Type.Array(Difference),
  ...searched,
});
export type Comparison = Static<typeof Comparison>;

/** Failed spans and error logs that say the same. */
export const ErrorGroup = Type.Object({
  message: Type.String(),
  /** The error's code or type, such as `53300`. */
  type: Type.Optional(Type.String()),
  component: Type.String(),
  count: Type.Integer(),
  before: Type.Integer(),
  first: Time,
  last: Time,
  /** Against the window of the same length before. */
  novelty: Type.Union([Type.Literal('new'), Type.Literal('gone'), Type.Literal('known')]),
  traceId: Type.Optional(Type.String()),
});
export type ErrorGroup = Static<typeof ErrorGroup>;
