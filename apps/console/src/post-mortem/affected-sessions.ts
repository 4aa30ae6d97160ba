import type { Page, Search, TelemetryStore } from '@faultline/telemetry-store';
import { entry } from '@faultline/topology';
import type { AffectedSessions } from '../incidents/findings';
import { probeAddress } from '../probes/probe-plan';
import type { Range } from '../views/range';

const pageSize = 500;
const maxPages = 20;
/** How many traces that failed are named. */
const maxTraces = 3;

/** Items of a search, but only so many pages of them. */
const someOf = async <Item>(
  read: (search: Search) => Promise<Page<Item>>,
  search: Omit<Search, 'limit' | 'cursor'>,
): Promise<{ items: Item[]; hasMore: boolean }> => {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const { items: found, next } = await read({ ...search, limit: pageSize, cursor });
    items.push(...found);
    if (next === undefined) return { items, hasMore: false };
    cursor = next;
  }
  return { items, hasMore: true };
};

/**
 * The distinct sessions of the requests that failed at the public entry. It does not know them; the services behind it log their
 * hash, in lines of the same trace. Requests of the console's own checks are left out, by the client address of their spans.
 */
export const affectedSessions = async (
  store: Pick<TelemetryStore, 'logs' | 'spans'>,
  { from, to }: Range,
): Promise<AffectedSessions> => {
  const equals = (field: string, value: string) => ({ field, operator: '=', value }) as const;
  const service = equals('service', entry);
  const lines = await someOf(store.logs, {
    from,
    to,
    conditions: [equals('message', 'http-request'), equals('level', 'error')],
  });
  const spans = await someOf(store.spans, {
    from,
    to,
    conditions: [service, equals('kind', 'SERVER'), equals('status', 'ERROR')],
  });
  const isOfCheck = ({ attributes }: (typeof spans.items)[number]) =>
    attributes['client.address'] === probeAddress;
  const checks = new Set(spans.items.filter(isOfCheck).map(({ traceId }) => traceId));
  const ofShoppers = spans.items.filter((span) => !isOfCheck(span));
  const sessionOf = new Map(
    lines.items.flatMap(({ traceId, attributes: { session } }) =>
      typeof session === 'string' ? [[traceId, session]] : [],
    ),
  );
  const failed = lines.items.filter(
    ({ service: writer, traceId }) => writer === entry && !checks.has(traceId),
  );
  const sessions = failed.flatMap(({ traceId }) => sessionOf.get(traceId) ?? []);
  return {
    sessions: new Set(sessions).size,
    withoutSession: failed.length - sessions.length,
    isMinimum: lines.hasMore || spans.hasMore,
    traces: [...new Set(ofShoppers.map(({ traceId }) => traceId))].slice(0, maxTraces),
  };
};
