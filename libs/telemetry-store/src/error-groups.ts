import { logColumns, spanColumns } from './conditions';
import type { ReadContext } from './read-context';
import { milliseconds, type Row } from './rows';
import type { ErrorCount, ErrorCounts, Search } from './search';

/** How many different messages are read at most, those that are most frequent. */
const maxGroups = 5_000;

/** As text: an attribute may be a number that JavaScript does not have. */
const textOf = (value: Row[string] | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);

/** How often it occurred from a moment on and before, when, and the trace of the last. */
const counted = (time: 'start' | 'time'): string =>
  `sum(${time} >= ?) as n, sum(${time} < ?) as before, min(${time}) as first, max(${time}) as last,
   substr(max(printf('%020d', ${time}) || lower(hex(trace))), 21) as trace`;

const exception = (key: string): string =>
  `(select value ->> '$.attributes."exception.${key}"' from json_each(events)
    where value ->> '$.name' = 'exception' limit 1)`;

/** Failed spans, and log records of level error, by what they say, within a search's range. */
export const errorGroups =
  ({ statement, newestWithin, resourceOf }: ReadContext) =>
  (search: Omit<Search, 'limit'>, middle: number): ErrorCounts => {
    const moments = [middle * 1000, middle * 1000];
    const spans = newestWithin(search, 'start', spanColumns, "status = 'ERROR'");
    const failed = statement(
      `select resource, name, cast(${exception('message')} as text) as message,
         cast(coalesce(attributes ->> '$."error.type"', ${exception('type')}) as text) as type, ${counted('start')}
       from spans indexed by failed_spans join span_details using (id)
       where status = 'ERROR' and ${spans.sql}
       group by 1, 2, 3, 4 order by n + before desc limit ${maxGroups}`,
    ).all(...moments, ...spans.values);
    const logs = newestWithin(search, 'time', logColumns, "level = 'error'");
    const logged = statement(
      `select resource, message as name, cast(attributes ->> '$.err.message' as text) as message,
         cast(coalesce(attributes ->> '$.err.code', attributes ->> '$.code', attributes ->> '$.err.type') as text) as type,
         ${counted('time')}
       from logs where level = 'error' and ${logs.sql}
       group by 1, 2, 3, 4 order by n + before desc limit ${maxGroups}`,
    ).all(...moments, ...logs.values);
    const countOf =
      (from: ErrorCount['from']) =>
      (row: Row): ErrorCount => ({
        from,
        service: resourceOf(row).service,
        name: String(row.name),
        message: textOf(row.message),
        type: textOf(row.type),
        count: Number(row.n),
        before: Number(row.before),
        first: milliseconds(row.first),
        last: milliseconds(row.last),
        traceId: textOf(row.trace) ?? '',
      });
    const cuts = [spans, logs].flatMap(({ searchedSince = [] }) => searchedSince);
    return {
      items: [...failed.map(countOf('span')), ...logged.map(countOf('log'))],
      searchedSince: cuts.length === 0 ? undefined : Math.max(...cuts),
    };
  };
