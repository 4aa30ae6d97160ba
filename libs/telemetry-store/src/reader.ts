import type { StatementSync } from 'node:sqlite';
import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import {
  type Clause,
  type Columns,
  logColumns,
  type Resource,
  spanColumns,
  whereOf,
} from './conditions';
import { cursorOf, readCursor } from './cursor';
import { attributesOf, hex, logOf, milliseconds, type Row, spanOf } from './rows';
import { openToRead } from './schema';
import type { Cell, Page, Search, TraceSummary } from './search';

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

export interface Grid {
  /** Columns of this many milliseconds, from the search's `from`. */
  columnMilliseconds: number;
  /** Rows for each doubling of the duration, which begins at a microsecond. */
  rowsPerDoubling: number;
}

export interface Reader {
  /** The spans of a trace by their start, `limit` at most. */
  trace(traceId: string, limit?: number): Page<ReceivedSpan>;
  spans(search: Search): Page<ReceivedSpan>;
  /** Traces with spans that fit, the newest first. */
  traces(search: Search): Page<TraceSummary>;
  logs(search: Search): Page<ReceivedLog>;
  /** How many log records fit, by the values of each of these fields. */
  logFacets(search: Omit<Search, 'limit'>): Record<'service' | 'level' | 'message', Facet>;
  /** How many spans fit, by time and duration. */
  heatMap(search: Omit<Search, 'limit'>, grid: Grid): Cell[];
  contents(): Contents;
  close(): void;
}

const facetSize = 50;

/** A page of rows that were read with one more than its limit. `time` names the column by which they are ordered. */
const pageOf = <Item>(
  rows: readonly Row[],
  limit: number,
  time: string,
  total: unknown,
  itemOf: (row: Row) => Item,
): Page<Item> => {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(itemOf),
    total: Number(total),
    next: last && cursorOf({ time: Number(last[time]), id: Number(last.id) }),
  };
};

/** Opens a file that a writer has open or had. */
export const openReader = (file: string): Reader => {
  const database = openToRead(file);
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    // Searches differ; those that come again are among the last.
    if (prepared.size > 200) prepared.clear();
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };

  const resources = new Map<number, Resource>();
  const allResources = (): Resource[] => {
    const last = Math.max(0, ...resources.keys());
    for (const { id, service, attributes } of statement(
      'select id, service, attributes from resources where id > ?',
    ).all(last))
      resources.set(Number(id), {
        id: Number(id),
        service: String(service),
        attributes: attributesOf(attributes),
      });
    return [...resources.values()];
  };
  const resourceOf = (row: Row): Resource => {
    const id = Number(row.resource);
    if (!resources.has(id)) allResources();
    return resources.get(id) ?? { id, service: '', attributes: {} };
  };

  /** What a search asks for, without its page. */
  const within = (
    { from, to, conditions = [] }: Omit<Search, 'limit'>,
    time: 'start' | 'time',
    columns: Columns,
  ): Clause => {
    const { sql, values } = whereOf(conditions, columns, allResources());
    return {
      sql: `${time} >= ? and ${time} < ? and ${sql}`,
      values: [from * 1000, to * 1000, ...values],
    };
  };

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
    const { sql, values } = within(search, time, columns);
    const after = readCursor(search.cursor);
    const rows = statement(
      `select ${table}.* from ${table} where ${sql} and (${time}, id) < (?, ?) order by ${time} desc, id desc limit ?`,
    ).all(...values, after.time, after.id, search.limit + 1);
    const count = statement(`select count(*) as n from ${table} where ${sql}`).get(...values);
    return pageOf(rows, search.limit, time, count?.n, itemOf);
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

  const summaryOf = (row: Row): TraceSummary => ({
    traceId: hex(row.trace),
    start: milliseconds(row.start),
    duration: milliseconds(Number(row.finish) - Number(row.start)),
    spans: Number(row.spans),
    errors: Number(row.errors),
    service:
      row.root_resource === null
        ? undefined
        : resourceOf({ resource: row.root_resource ?? null }).service,
    name: row.root_name === null ? undefined : String(row.root_name),
    hits: Number(row.hits),
  });

  const traces: Reader['traces'] = (search) => {
    const { sql, values } = within(search, 'start', spanColumns);
    const after = readCursor(search.cursor);
    const rows = statement(
      `select t.*, h.hits, h.latest, h.id from (
         select trace, count(*) as hits, max(start) as latest, max(id) as id
         from spans where ${sql} group by trace
       ) h join traces t on t.trace = h.trace
       where (h.latest, h.id) < (?, ?) order by h.latest desc, h.id desc limit ?`,
    ).all(...values, after.time, after.id, search.limit + 1);
    const count = statement(`select count(distinct trace) as n from spans where ${sql}`).get(
      ...values,
    );
    return pageOf(rows, search.limit, 'latest', count?.n, summaryOf);
  };

  const facet = (search: Omit<Search, 'limit'>, field: 'resource' | 'level' | 'message') => {
    const { sql, values } = within(search, 'time', logColumns);
    return statement(
      `select ${field} as value, count(*) as n from logs where ${sql} group by 1 order by n desc, 1 limit ${facetSize}`,
    ).all(...values);
  };

  const plainFacet = (search: Omit<Search, 'limit'>, field: 'level' | 'message'): Facet =>
    facet(search, field).map(({ value, n }) => ({ value: String(value), count: Number(n) }));

  /** Several resources are of one service. */
  const serviceFacet = (search: Omit<Search, 'limit'>): Facet => {
    const counts = new Map<string, number>();
    for (const { value, n } of facet(search, 'resource')) {
      const { service } = resourceOf({ resource: value ?? null });
      counts.set(service, (counts.get(service) ?? 0) + Number(n));
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count);
  };

  const heatMap: Reader['heatMap'] = (search, { columnMilliseconds, rowsPerDoubling }) => {
    const { sql, values } = within(search, 'start', spanColumns);
    return statement(
      `select cast((start - ?) / ? as integer) as "column",
              cast(log2(max(duration, 1)) * ? as integer) as "row",
              count(*) as n, sum(status = 'ERROR') as errors, trace, max(id)
       from spans where ${sql} group by 1, 2`,
    )
      .all(search.from * 1000, columnMilliseconds * 1000, rowsPerDoubling, ...values)
      .map(({ column, row, n, errors, trace }) => ({
        column: Number(column),
        row: Number(row),
        count: Number(n),
        errors: Number(errors),
        traceId: hex(trace),
      }));
  };

  const contents = (): Contents => {
    const counted = statement(
      `select (select count(*) from spans) as spans, (select count(*) from logs) as logs,
              (select count(*) from traces) as traces,
              (select min(start) from spans) as first_span, (select min(time) from logs) as first_log,
              (page_count - freelist_count) * page_size as bytes
       from pragma_page_count, pragma_freelist_count, pragma_page_size`,
    ).get();
    const firsts = [counted?.first_span, counted?.first_log].filter((first) => first !== null);
    return {
      spans: Number(counted?.spans),
      logs: Number(counted?.logs),
      traces: Number(counted?.traces),
      since: firsts.length > 0 ? Math.min(...firsts.map(milliseconds)) : undefined,
      bytes: Number(counted?.bytes),
    };
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
    traces: (search) => asOfOneMoment(() => traces(search)),
    logs: (search) =>
      asOfOneMoment(() =>
        page(search, 'logs', 'time', logColumns, (row) => logOf(row, resourceOf(row))),
      ),
    logFacets: (search) =>
      asOfOneMoment(() => ({
        service: serviceFacet(search),
        level: plainFacet(search, 'level'),
        message: plainFacet(search, 'message'),
      })),
    heatMap,
    contents,
    close: () => database.close(),
  };
};
