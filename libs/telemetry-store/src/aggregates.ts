import { spanColumns } from './conditions';
import { type LogCounts, logCounts } from './log-counts';
import type { ReadContext } from './read-context';
import { hex, milliseconds, type Row } from './rows';
import type { Cell, Contents, Counts, Grid, GroupCell, Search } from './search';

type Range = Omit<Search, 'limit'>;

/** Counts over everything that fits a search. */
export interface Aggregates extends LogCounts {
  /** How many spans fit, by time and duration. */
  heatMap(search: Range, grid: Grid): Counts<Cell>;
  /** The same by the values of an attribute of resources, or else of spans; spans without it are left out. */
  spansBy(attribute: string, search: Range, grid: Grid): Counts<GroupCell>;
  contents(): Contents;
  /** Milliseconds since 1970 of the oldest row; undefined while there is none. */
  since(): number | undefined;
}

/** Of a span: its column by its start, and its row by its duration. The first three parameters are the grid. */
const cell = `cast((start - ?) / ? as integer) as "column",
  cast(log2(max(duration, 1)) * ? as integer) as "row",
  count(*) as n, sum(status = 'ERROR') as errors`;

const gridOf = ({ from }: Range, { columnMilliseconds, rowsPerDoubling }: Grid): number[] => [
  from * 1000,
  columnMilliseconds * 1000,
  rowsPerDoubling,
];

const cellOf = ({ column, row, n, errors }: Row) => ({
  column: Number(column),
  row: Number(row),
  count: Number(n),
  errors: Number(errors),
});

export const aggregates = (context: ReadContext): Aggregates => {
  const { statement, newestWithin, resourceOf, resources } = context;
  const logs = logCounts(context);

  const since = (): number | undefined => {
    const firsts = Object.values(
      statement('select (select min(start) from spans), (select min(time) from logs)').get() ?? {},
    ).filter((first) => first !== null);
    return firsts.length > 0 ? Math.min(...firsts.map(milliseconds)) : undefined;
  };

  return {
    ...logs,
    heatMap: (search, grid) => {
      const { sql, values, searchedSince } = newestWithin(search, 'start', spanColumns);
      const rows = statement(
        `select ${cell}, trace, max(id) from spans where ${sql} group by 1, 2`,
      ).all(...gridOf(search, grid), ...values);
      return {
        items: rows.map((row) => ({ ...cellOf(row), traceId: hex(row.trace) })),
        searchedSince,
      };
    },
    spansBy: (attribute, search, grid) => {
      const path = `$.${JSON.stringify(attribute)}`;
      // Spans of resources that have it are not looked into, which takes ten times as long.
      const isOfResources = resources().some((resource) =>
        Object.hasOwn(resource.attributes, attribute),
      );
      const { sql, values, searchedSince } = newestWithin(
        search,
        'start',
        spanColumns,
        isOfResources ? undefined : 'true',
      );
      const rows = isOfResources
        ? statement(`select ${cell}, resource from spans where ${sql} group by 1, 2, resource`).all(
            ...gridOf(search, grid),
            ...values,
          )
        : statement(
            `select ${cell}, cast(attributes ->> ? as text) as value from spans join span_details using (id)
             where ${sql} group by 1, 2, value`,
          ).all(...gridOf(search, grid), path, ...values);
      const cells = new Map<string, GroupCell>();
      for (const row of rows) {
        const value = 'value' in row ? row.value : resourceOf(row).attributes[attribute];
        if (value === undefined || value === null || typeof value === 'object') continue;
        const added = { ...cellOf(row), value: String(value) };
        const key = `${added.column} ${added.row} ${added.value}`;
        const known = cells.get(key);
        if (!known) cells.set(key, added);
        else {
          known.count += added.count;
          known.errors += added.errors;
        }
      }
      return { items: [...cells.values()], searchedSince };
    },
    contents: () => {
      const counted = statement(
        `select (select count(*) from spans) as spans, (select count(*) from logs) as logs,
                (select count(*) from traces) as traces,
                (page_count - freelist_count) * page_size as bytes
         from pragma_page_count, pragma_freelist_count, pragma_page_size`,
      ).get();
      return {
        spans: Number(counted?.spans),
        logs: Number(counted?.logs),
        traces: Number(counted?.traces),
        since: since(),
        bytes: Number(counted?.bytes),
      };
    },
    since,
  };
};
