import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { type Aggregates, aggregates } from './aggregates';
import { compareSpans } from './compare-spans';
import { type Columns, logColumns, spanColumns } from './conditions';
import { readCursor } from './cursor';
import { errorGroups } from './error-groups';
import { pageOf } from './pages';
import { readContext } from './read-context';
import { logOf, type Row, spanOf } from './rows';
import { openToRead } from './schema';
import type { Condition, Page, Search, Tail, TraceSearch, TraceSummary } from './search';
import { traceSearch } from './trace-search';

export interface Reader extends Aggregates {
  /** The spans of a trace by their start, `limit` at most. */
  trace(traceId: string, limit?: number): Page<ReceivedSpan>;
  spans(search: Search): Page<ReceivedSpan>;
  /** Traces with spans that fit, the newest first unless another order is asked for. */
  traces(search: TraceSearch): Page<TraceSummary>;
  logs(search: Search): Page<ReceivedLog>;
  /** The log records of a trace by their time, `limit` at most. */
  logsOfTrace(traceId: string, limit?: number): Page<ReceivedLog>;
  /** The log records that arrived after another tail; none, but where the next begins, without one. */
  tail(after: number | undefined, conditions: readonly Condition[], limit: number): Tail;
  /** What distinguishes the spans of a search that fit `selection` from those that do not. */
  compare: ReturnType<typeof compareSpans>;
  /** Failed spans and error records by what they say, with their counts from `middle` on, and before. */
  errors: ReturnType<typeof errorGroups>;
  close(): void;
}

/** Opens a file that a writer has open or had. `maxRows` is how many rows a search looks into at most. */
export const openReader = (file: string, maxRows?: number): Reader => {
  const database = openToRead(file);
  const context = readContext(database, maxRows);
  const { statement, resourceOf, newestWithin } = context;
  const counts = aggregates(context);

  const detailsOf = ({ id = null }: Row): Row =>
    statement('select attributes, events, links from span_details where id = ?').get(id) ?? {};

  /** The newest rows of a table that fit, with their total, read as of one moment. */
  const page = <Item>(
    search: Search,
    table: 'spans' | 'logs',
    time: 'start' | 'time',
    columns: Columns,
    itemOf: (row: Row) => Item,
  ): Page<Item> => {
    const { sql, values, searchedSince } = newestWithin(search, time, columns);
    const after = readCursor(search.cursor);
    const rows = statement(
      `select ${table}.* from ${table} where ${sql} and (${time}, id) < (?, ?) order by ${time} desc, id desc limit ?`,
    ).all(...values, after.time, after.id, search.limit + 1);
    const count = statement(`select count(*) as n from ${table} where ${sql}`).get(...values);
    return pageOf({ rows, limit: search.limit, time, total: count?.n, searchedSince }, itemOf);
  };

  /** Runs reads that have to agree with each other. */
  const asOfOneMoment = <Result>(read: () => Result): Result => {
    database.exec('begin');
    try {
      return read();
    } finally {
      database.exec('commit');
    }
  };

  return {
    trace: (traceId, limit = 10_000) =>
      asOfOneMoment(() => {
        const id = Buffer.from(traceId, 'hex');
        const rows = statement(
          'select * from spans join span_details using (id) where trace = ? order by start, id limit ?',
        ).all(id, limit);
        const count = statement('select count(*) as n from spans where trace = ?').get(id);
        return {
          items: rows.map((row) => spanOf(row, resourceOf(row))),
          total: Number(count?.n),
          next: undefined,
        };
      }),
    spans: (search) =>
      asOfOneMoment(() =>
        page(search, 'spans', 'start', spanColumns, (row) =>
          spanOf({ ...row, ...detailsOf(row) }, resourceOf(row)),
        ),
      ),
    traces: (search) => asOfOneMoment(() => traceSearch(context)(search)),
    logs: (search) =>
      asOfOneMoment(() =>
        page(search, 'logs', 'time', logColumns, (row) => logOf(row, resourceOf(row))),
      ),
    logsOfTrace: (traceId, limit = 10_000) =>
      asOfOneMoment(() => {
        const id = Buffer.from(traceId, 'hex');
        // The second condition is that of the index.
        const ofTrace = "from logs where trace = ? and trace <> x''";
        const rows = statement(`select * ${ofTrace} order by time, id limit ?`).all(id, limit);
        const count = statement(`select count(*) as n ${ofTrace}`).get(id);
        return {
          items: rows.map((row) => logOf(row, resourceOf(row))),
          total: Number(count?.n),
          next: undefined,
        };
      }),
    tail: (after, conditions, limit) =>
      asOfOneMoment(() => {
        const last = Number(statement('select max(id) as last from logs').get()?.last ?? 0);
        if (after === undefined) return { items: [], skipped: 0, next: last };
        const { sql, values } = context.fitting(conditions, logColumns);
        const arrived = `from logs where id > ? and ${sql}`;
        const rows = statement(`select * ${arrived} order by id desc limit ?`).all(
          after,
          ...values,
          limit,
        );
        const count = statement(`select count(*) as n ${arrived}`).get(after, ...values);
        return {
          items: rows.reverse().map((row) => logOf(row, resourceOf(row))),
          skipped: Number(count?.n) - rows.length,
          next: last,
        };
      }),
    ...counts,
    logFacets: (search) => asOfOneMoment(() => counts.logFacets(search)),
    messages: (...parameters) => asOfOneMoment(() => counts.messages(...parameters)),
    compare: (...parameters) => asOfOneMoment(() => compareSpans(context)(...parameters)),
    errors: (...parameters) => asOfOneMoment(() => errorGroups(context)(...parameters)),
    close: () => database.close(),
  };
};
