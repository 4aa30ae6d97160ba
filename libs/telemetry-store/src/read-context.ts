import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Clause, type Columns, type Resource, whereOf } from './conditions';
import { readCursor } from './cursor';
import { attributesOf, type Row } from './rows';
import type { Condition, Search } from './search';

/** What all reads of a file share: prepared statements, and the resources by id. */
export interface ReadContext {
  statement(sql: string): StatementSync;
  resourceOf(row: Row): Resource;
  resources(): Resource[];
  /** Conditions at any time. */
  fitting(conditions: readonly Condition[], columns: Columns): Clause;
  /** The condition of a search, without its page. */
  within(search: Omit<Search, 'limit'>, time: 'start' | 'time', columns: Columns): SearchClause;
  /**
   * The same, of the newest rows only if there are too many to read the attributes of all of them. Of some searches only
   * `rows` are read, but their attributes in any case.
   */
  newestWithin(...parameters: [...Parameters<ReadContext['within']>, rows?: string]): SearchClause;
}

export interface SearchClause extends Clause {
  /** In microseconds; `from` is that of the search, or later if not all of it is searched. */
  from: number;
  to: number;
  /** The part that is about anything else than time. */
  rest: Clause;
  /** Milliseconds since 1970 from where on rows are searched, if there are too many to search all of them. */
  searchedSince: number | undefined;
}

const tables = { start: 'spans', time: 'logs' } as const;

/**
 * How many rows a search looks into that has to read attributes, the newest: so many take a second or two. Other conditions are
 * a few times faster, and are asked of all rows.
 */
const maxRowsRead = 200_000;
/** So often it looks into each of them; a search that has to look more often reads so many fewer. */
const maxLookups = 2;

const clauseOf = (
  rest: Clause,
  time: 'start' | 'time',
  from: number,
  to: number,
): SearchClause => ({
  sql: `${time} >= ? and ${time} < ? and ${rest.sql}`,
  values: [from, to, ...rest.values],
  reads: rest.reads,
  lookups: rest.lookups,
  from,
  to,
  rest,
  searchedSince: undefined,
});

export const readContext = (database: DatabaseSync, maxRows = maxRowsRead): ReadContext => {
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
  let lastResource = 0;
  const addResources = (): void => {
    for (const { id, service, attributes } of statement(
      'select id, service, attributes from resources where id > ? order by id',
    ).iterate(lastResource)) {
      lastResource = Number(id);
      resources.set(lastResource, {
        id: lastResource,
        service: String(service),
        attributes: attributesOf(attributes),
      });
    }
  };
  const allResources = (): Resource[] => {
    addResources();
    const kept = Number(statement('select count(*) as n from resources').get()?.n);
    if (kept !== resources.size) {
      // Some were pruned.
      resources.clear();
      lastResource = 0;
      addResources();
    }
    return [...resources.values()];
  };

  const fitting: ReadContext['fitting'] = (conditions, columns) =>
    whereOf(conditions, columns, allResources());

  /** The time of the oldest of the rows that one search reads, if there are more in its range. */
  const newestRows = (
    time: 'start' | 'time',
    from: number,
    to: number,
    rows: string,
    lookups: number,
  ): number | undefined => {
    const most = Math.ceil(maxRows / Math.max(1, lookups / maxLookups));
    const cut = statement(
      `select ${time} as cut from ${tables[time]} where ${rows} and ${time} >= ? and ${time} < ?
       order by ${time} desc limit 1 offset ${most}`,
    ).get(from, to)?.cut;
    return cut === undefined ? undefined : Number(cut);
  };

  return {
    statement,
    fitting,
    resources: allResources,
    resourceOf: (row) => {
      const id = Number(row.resource);
      if (!resources.has(id)) allResources();
      return resources.get(id) ?? { id, service: '', attributes: {} };
    },
    within: ({ from, to, conditions = [] }, time, columns) =>
      clauseOf(fitting(conditions, columns), time, from * 1000, to * 1000),
    newestWithin: ({ from, to, conditions = [], cursor }, time, columns, rows) => {
      const rest = fitting(conditions, columns);
      // Pages that go further back than one search begin where the one before ended.
      const end = Math.min(to * 1000, readCursor(cursor).time + 1);
      const readsThem = rows !== undefined || rest.reads === 'attributes';
      const cut = readsThem
        ? newestRows(time, from * 1000, end, rows ?? 'true', rest.lookups)
        : undefined;
      if (cut === undefined) return clauseOf(rest, time, from * 1000, to * 1000);
      return { ...clauseOf(rest, time, cut, end), searchedSince: cut / 1000 };
    },
  };
};
