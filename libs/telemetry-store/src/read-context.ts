import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Clause, type Columns, type Resource, whereOf } from './conditions';
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
  within(search: Omit<Search, 'limit'>, time: 'start' | 'time', columns: Columns): Clause;
}

export const readContext = (database: DatabaseSync): ReadContext => {
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

  const fitting: ReadContext['fitting'] = (conditions, columns) =>
    whereOf(conditions, columns, allResources());

  return {
    statement,
    fitting,
    resources: allResources,
    resourceOf: (row) => {
      const id = Number(row.resource);
      if (!resources.has(id)) allResources();
      return resources.get(id) ?? { id, service: '', attributes: {} };
    },
    within: ({ from, to, conditions = [] }, time, columns) => {
      const { sql, values } = fitting(conditions, columns);
      return {
        sql: `${time} >= ? and ${time} < ? and ${sql}`,
        values: [from * 1000, to * 1000, ...values],
      };
    },
  };
};
