import { type Static, Type } from 'typebox';
import { withDefault } from '../route';

/*
 * All times of the console are milliseconds since 1970, durations are milliseconds, shares are 0 to 1.
 */

export const Time = Type.Number({ minimum: 0, maximum: 8.64e15 });

/** A moment of the retention; the present by default. */
export const Moment = Type.Object({ at: Type.Optional(Time) });

/** A range of time: `from` is included, `to` is not. By default the last 15 minutes. */
export const range = {
  from: Type.Optional(Time),
  to: Type.Optional(Time),
};

export const Component = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });

/**
 * A search in the console's query language, such as `service:product status:ERROR duration:>200`. What reads it says
 * how long it may be, by an `invalid-query` (`maxQueryLength` of the telemetry store).
 */
export const query = {
  q: withDefault(Type.String(), ''),
};

/** How many items a response has; by default as many as 8 KB have room for. */
export const limitOf = (maximum: number) => Type.Optional(Type.Integer({ minimum: 1, maximum }));

export const paging = {
  /** 50 at most if it is not asked for. */
  limit: limitOf(5000),
  /** `next` of the page before. */
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
};

/**
 * What a search says that had too many rows to look into all of them: from when on it did. Its counts are of those rows
 * only.
 */
export const searched = { searchedSince: Type.Optional(Time) };

/**
 * What a page of a list says about itself: `total` items fit, `truncated` when there are more than this page has, and
 * `next` is the cursor of the next page. `keptSince` is the time of the oldest telemetry that is kept.
 */
export const page = {
  total: Type.Integer(),
  truncated: Type.Boolean(),
  next: Type.Optional(Type.String()),
  keptSince: Type.Optional(Time),
};

/** Values over time, one for each of the response's times; null where nothing is known. */
export const Values = Type.Array(Type.Union([Type.Number(), Type.Null()]));
export type Values = Static<typeof Values>;

/** A value of an attribute, as text where it is a list or an object. */
export const AttributeValue = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
export type AttributeValue = Static<typeof AttributeValue>;

export const Attributes = Type.Record(Type.String(), AttributeValue);
export type Attributes = Static<typeof Attributes>;
