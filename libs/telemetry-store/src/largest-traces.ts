import { CursorError } from './cursor';
import type { ReadContext, SearchClause } from './read-context';
import { hex, type Row } from './rows';
import type { TraceOrder, TraceSearch } from './search';

const ranks: Readonly<Record<Exclude<TraceOrder, 'start'>, string>> = {
  duration: 'finish - start',
  spans: 'spans',
  errors: 'errors',
  hits: 'hits',
  longestHit: 'longest',
};

/** Throws a CursorError. */
const readCursor = (cursor: string | undefined): [rank: number, trace: Uint8Array] => {
  if (cursor === undefined) return [Number.MAX_SAFE_INTEGER, Buffer.alloc(0)];
  const [, rank, trace] = /^(\d{1,16})-([0-9a-f]{32})$/.exec(cursor) ?? [];
  if (rank === undefined || trace === undefined) throw new CursorError(`${cursor} is no cursor`);
  return [Number(rank), Buffer.from(trace, 'hex')];
};

/** The traces with spans that fit, those with the most of something first. */
export const largestTraces = (
  { statement }: ReadContext,
  { sql, values }: SearchClause,
  { limit, cursor }: TraceSearch,
  order: Exclude<TraceOrder, 'start'>,
): { rows: Row[]; next: string | undefined } => {
  const rows = statement(
    `select * from (
       select traces.*, hits, longest, ${ranks[order]} as rank from traces join (
         select trace, count(*) as hits, max(duration) as longest from spans where ${sql} group by trace
       ) using (trace)
     ) where (rank, trace) < (?, ?) order by rank desc, trace desc limit ?`,
  ).all(...values, ...readCursor(cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last && `${last.rank}-${hex(last.trace)}` };
};
