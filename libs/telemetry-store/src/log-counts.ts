import { logColumns } from './conditions';
import type { ReadContext, SearchClause } from './read-context';
import { milliseconds } from './rows';
import type { Facet, LogFacets, MessageCount, Search } from './search';

type Range = Omit<Search, 'limit'>;

/** Counts of log records by what they have in common. */
export interface LogCounts {
  logFacets(search: Range): LogFacets;
  /** How often each message was logged from `middle` on, and before. */
  messages(search: Range, middle: number): MessageCount[];
}

/** What many records share: they are counted in an index, without reading them. */
type Kind = [resource: number, level: string, message: string];

interface KindCount {
  service: string;
  level: string;
  message: string;
  count: number;
  /** In microseconds. */
  first: number;
}

const facetSize = 50;
/** With more kinds than this, reading all records is faster than looking for each kind. */
const maxKinds = 5_000;

const facetOf = (counts: readonly KindCount[], field: 'service' | 'level' | 'message'): Facet =>
  [...Map.groupBy(counts, (each) => each[field])]
    .map(([value, same]): [string, number] => [
      value,
      same.reduce((sum, { count }) => sum + count, 0),
    ])
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count);

export const logCounts = ({
  statement,
  within,
  newestWithin,
  resourceOf,
}: ReadContext): LogCounts => {
  const kindOf = (row: Record<string, unknown> | undefined): Kind | undefined =>
    row && [Number(row.resource), String(row.level), String(row.message)];

  /** All kinds that are kept, each found behind the one before; undefined if there are too many. */
  const allKinds = (): Kind[] | undefined => {
    const kinds: Kind[] = [];
    const next = statement(
      `select resource, level, message from logs indexed by logs_by_kind
       where (resource, level, message) > (?, ?, ?) order by resource, level, message limit 1`,
    );
    for (let kind = kindOf(next.get(-1, '', '')); kind; kind = kindOf(next.get(...kind))) {
      if (kinds.length === maxKinds) return undefined;
      kinds.push(kind);
    }
    return kinds;
  };

  const countOf = (
    [resource, level, message]: Kind,
    count: unknown,
    first: unknown,
  ): KindCount => ({
    service: resourceOf({ resource }).service,
    level,
    message,
    count: Number(count),
    first: Number(first),
  });

  const countedByKind = (kinds: readonly Kind[], { rest, from, to }: SearchClause): KindCount[] => {
    const fits = statement(
      `select ${rest.sql} as fits from (select ? as resource, ? as level, ? as message)`,
    );
    const count = statement(
      `select count(*) as n, min(time) as first from logs indexed by logs_by_kind
       where resource = ? and level = ? and message = ? and time >= ? and time < ?`,
    );
    return kinds
      .filter((kind) => Number(fits.get(...rest.values, ...kind)?.fits) > 0)
      .map((kind) => {
        const { n, first } = count.get(...kind, from, to) ?? {};
        return countOf(kind, n, first);
      })
      .filter((each) => each.count > 0);
  };

  const countedByReading = ({ sql, values }: SearchClause): KindCount[] =>
    statement(
      `select resource, level, message, count(*) as n, min(time) as first
       from logs where ${sql} group by 1, 2, 3`,
    )
      .all(...values)
      .flatMap((row) => {
        const kind = kindOf(row);
        return kind ? [countOf(kind, row.n, row.first)] : [];
      });

  const counted = (clause: SearchClause): KindCount[] => {
    const byKind = clause.rest.reads === 'nothing' || clause.rest.reads === 'kind';
    const kinds = byKind ? allKinds() : undefined;
    return kinds ? countedByKind(kinds, clause) : countedByReading(clause);
  };

  return {
    logFacets: (search) => {
      const clause = newestWithin(search, 'time', logColumns);
      const counts = counted(clause);
      const [service, level, message] = [
        facetOf(counts, 'service'),
        facetOf(counts, 'level'),
        facetOf(counts, 'message'),
      ];
      return {
        service: service.slice(0, facetSize),
        level: level.slice(0, facetSize),
        message: message.slice(0, facetSize),
        values: { service: service.length, level: level.length, message: message.length },
        searchedSince: clause.searchedSince,
      };
    },
    messages: (search, middle) => {
      const windowOf = (range: Partial<Range>) =>
        counted(within({ ...search, ...range }, 'time', logColumns));
      const counts = new Map<string, MessageCount>();
      const add = (field: 'count' | 'before', found: readonly KindCount[]): void => {
        for (const { service, level, message, count, first } of found) {
          const key = JSON.stringify([service, level, message]);
          const at = milliseconds(first);
          const known = counts.get(key) ?? {
            service,
            level,
            message,
            count: 0,
            before: 0,
            first: at,
          };
          counts.set(key, known);
          known.first = Math.min(known.first, at);
          known[field] += count;
        }
      };
      add('count', windowOf({ from: Math.max(search.from, middle) }));
      add('before', windowOf({ to: Math.min(search.to, middle) }));
      return [...counts.values()].sort((a, b) => b.count - a.count || b.before - a.before);
    },
  };
};
