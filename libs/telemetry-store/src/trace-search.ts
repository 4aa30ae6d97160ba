import { spanColumns } from './conditions';
import { readCursor } from './cursor';
import { largestTraces } from './largest-traces';
import { pageOf } from './pages';
import type { ReadContext, SearchClause } from './read-context';
import { hex, milliseconds, type Row } from './rows';
import type { Page, Search, TraceSearch, TraceSummary } from './search';

/** No trace takes longer, in microseconds: a trace that began earlier has no spans in a range. */
const longestTrace = 3_600_000_000;

/** Traces with spans that fit: the newest first, by their last span that fits, or in another order. */
export const traceSearch = (context: ReadContext) => {
  const { statement, newestWithin, resourceOf } = context;

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
    longestHit: milliseconds(row.longest),
  });

  /** The first traces, found by looking at the newest spans until there are enough. */
  const newest = (clause: SearchClause, { to, limit, cursor }: Search): Row[] => {
    const after = readCursor(cursor);
    const hits = statement(
      `select traces.*, hits, longest, shown from traces, (
         select count(*) as hits, max(duration) as longest, max((start, id) >= (?, ?)) as shown from spans indexed by spans_of_trace
         where trace = ? and start >= ? and start < ? and ${clause.rest.sql}
       ) where trace = ?`,
    );
    const found: Row[] = [];
    const seen = new Set<string>();
    for (const { trace = null, start = null, id = null } of statement(
      `select trace, start, id from spans where ${clause.sql} and (start, id) < (?, ?)
       order by start desc, id desc`,
    ).iterate(...clause.values, after.time, after.id)) {
      const key = hex(trace);
      if (seen.has(key)) continue;
      seen.add(key);
      const row = hits.get(
        after.time,
        after.id,
        trace,
        clause.from,
        to * 1000,
        ...clause.rest.values,
        trace,
      );
      // Those with a later span were on a page before.
      if (!row || Number(row.shown) > 0) continue;
      found.push({ ...row, latest: start, id });
      if (found.length > limit) break;
    }
    return found;
  };

  // The + keeps SQLite from reading all traces that there are, in their order.
  const countOf = (clause: SearchClause): unknown => {
    if (clause.rest.reads !== 'nothing')
      return statement(`select count(distinct +trace) as n from spans where ${clause.sql}`).get(
        ...clause.values,
      )?.n;
    return statement(
      `select count(*) filter (where start >= ?) + count(*) filter (where start < ? and finish >= ? and exists (
         select 1 from spans where spans.trace = traces.trace and spans.start >= ? and spans.start < ?
       )) as n from traces where start >= ? and start < ?`,
    ).get(
      clause.from,
      clause.from,
      clause.from,
      clause.from,
      clause.to,
      clause.from - longestTrace,
      clause.to,
    )?.n;
  };

  return ({ order = 'start', ...search }: TraceSearch): Page<TraceSummary> => {
    if (order !== 'start') {
      const range = { ...search, cursor: undefined };
      const searched = newestWithin(range, 'start', spanColumns, 'true');
      const { rows, next } = largestTraces(context, searched, search, order);
      const { searchedSince } = searched;
      return { items: rows.map(summaryOf), total: Number(countOf(searched)), next, searchedSince };
    }
    const clause = newestWithin(search, 'start', spanColumns);
    const { limit } = search;
    const { searchedSince } = clause;
    const page = { rows: newest(clause, search), limit, time: 'latest', searchedSince };
    return pageOf({ ...page, total: countOf(clause) }, summaryOf);
  };
};
