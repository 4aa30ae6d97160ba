import type { ReceivedLog } from '@faultline/otlp';

/** A value as attributes have them. */
export type Value = string | number | boolean;

/**
 * What must hold of a value of a span or a log record. `field` is one of the names below, or else the key of an attribute of
 * the span, the record or its resource; where there is no such attribute it does not hold. `like` and `contains` are for
 * texts, and take capital letters for small ones; in a value of `like`, `*` stands for whatever characters.
 */
export type Comparison =
  | { field: string; operator: '=' | '!=' | '<' | '<=' | '>' | '>='; value: Value }
  | { field: string; operator: 'like' | 'contains'; value: string };

/** What must hold of a span or a log record. */
export type Condition =
  | Comparison
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/**
 * Fields of spans that are no attributes. Durations are milliseconds, `start` is milliseconds since 1970, `text` is the
 * name and all attributes.
 */
export type SpanField =
  | 'service'
  | 'start'
  | 'name'
  | 'kind'
  | 'status'
  | 'duration'
  | 'trace'
  | 'span'
  | 'text';

/** Fields of log records that are no attributes. `text` is all of a record. */
export type LogField = 'service' | 'level' | 'message' | 'trace' | 'span' | 'text';

export interface Search {
  /** Milliseconds since 1970; from is included, to is not. */
  from: number;
  to: number;
  /** All of them must hold. */
  conditions?: readonly Condition[];
  /** How many items a page has at most. */
  limit: number;
  /** Where the page before ended. */
  cursor?: string | undefined;
}

/** By what traces are ordered: the newest first, or those with the most of something. */
export type TraceOrder = 'start' | 'duration' | 'spans' | 'errors' | 'hits' | 'longestHit';

export interface TraceSearch extends Search {
  /** Default `start`. By anything else, only the traces of the newest spans are ordered. */
  order?: TraceOrder;
}

/** The newest items of a search. */
export interface Page<Item> {
  items: Item[];
  /** How many there are in all. */
  total: number;
  /** Where the next page begins; undefined on the last. */
  next: string | undefined;
  /**
   * Milliseconds since 1970 from where on rows were searched, if there were too many to search all of them. `total`
   * counts only what was searched, and the next page searches further back.
   */
  searchedSince?: number | undefined;
}

/** A trace as a line in a list. */
export interface TraceSummary {
  traceId: string;
  /** Milliseconds since 1970. */
  start: number;
  /** Milliseconds from the start of its first span to the end of its last. */
  duration: number;
  spans: number;
  errors: number;
  /** Of the root span; undefined while it has not come. */
  service: string | undefined;
  name: string | undefined;
  /** How many of its spans fit the search. */
  hits: number;
  /** Milliseconds of the longest of them. */
  longestHit: number;
}

/** One cell of a heat map: `column` and `row` count from 0. */
export interface Cell {
  column: number;
  row: number;
  count: number;
  errors: number;
  /** One of its traces, that with the last span. */
  traceId: string;
}

export interface Grid {
  /** Columns of this many milliseconds, from the search's `from`. */
  columnMilliseconds: number;
  /** Rows for each doubling of the duration, which begins at a microsecond. */
  rowsPerDoubling: number;
}

/** One cell of a heat map of the spans that have this value of an attribute. */
export interface GroupCell extends Omit<Cell, 'traceId'> {
  value: string;
}

/** Log records in the order in which they arrived. */
export interface Tail {
  items: ReceivedLog[];
  /** How many that fit were left out, because there were more than the limit: the oldest. */
  skipped: number;
  /** Where the next tail begins. */
  next: number;
}

/** How much there is, and since when. */
export interface Contents {
  spans: number;
  logs: number;
  traces: number;
  /** Milliseconds since 1970 of the oldest row; undefined while there is none. */
  since: number | undefined;
  bytes: number;
}

/** Counts by value, the largest first. */
export type Facet = { value: string; count: number }[];

/** How many log records fit a search, by the most frequent values of each field. */
export interface LogFacets {
  service: Facet;
  level: Facet;
  message: Facet;
  /** How many values each field has. */
  values: { service: number; level: number; message: number };
  /** Milliseconds since 1970 from where on records were counted, if there were too many to look into all of them. */
  searchedSince?: number | undefined;
}

/** How often a message was logged in a window, and in the one before. */
export interface MessageCount {
  service: string;
  level: string;
  message: string;
  count: number;
  before: number;
  /** Milliseconds since 1970 of the first in either window. */
  first: number;
}

/** Counts of what was searched. */
export interface Counts<Item> {
  items: Item[];
  /** Milliseconds since 1970 from where on rows were read, if there were too many to read all of them. */
  searchedSince: number | undefined;
}

export type ErrorCounts = Counts<ErrorCount>;

/** Errors that say the same, in a window and in the one before. */
export interface ErrorCount {
  from: 'span' | 'log';
  service: string;
  /** Of the span, or of the log message. */
  name: string;
  /** The message and the type of the exception, where there are any. */
  message: string | undefined;
  type: string | undefined;
  count: number;
  before: number;
  /** Milliseconds since 1970 of the first and of the last, in either window. */
  first: number;
  last: number;
  /** The trace of the last; empty if it has none. */
  traceId: string;
}
