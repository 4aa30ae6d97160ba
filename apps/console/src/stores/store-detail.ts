import type { StoreDetail } from '@faultline/contracts/console';
import { consoleRoutes } from '@faultline/contracts/console';
import { problemOf } from '@faultline/service';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { isStore, type StoreName, stores } from '@faultline/topology';
import { logs } from '../views/logs';
import type { Range } from '../views/range';
import { postgresDetail } from './postgres-detail';
import { redisDetail } from './redis-detail';

/** How many lines of its log a store's detail has. */
const logLines = 20;
const hour = 3_600_000;

const ask = (name: StoreName, url: string) =>
  stores[name].engine === 'redis' ? redisDetail(url) : postgresDetail(url);

/** PostgreSQL's invalid_password, which it says of unknown roles, too. */
const unknownRole = '28P01';

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === unknownRole)
    return `${error.message}; data from before there was this role are replaced by npm run reset`;
  // Connecting to several addresses fails with an error for each, and no message of its own.
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? first.message : error.message;
};

/** What a store says of itself now, and the newest lines of its log in a range. Rejects with an `unknown-component`. */
export const storeDetail = async (
  store: Pick<TelemetryStore, 'logs' | 'since'>,
  urlOf: (name: StoreName) => string | undefined,
  component: string,
  { to = Date.now(), from = to - hour }: Partial<Range> = {},
): Promise<StoreDetail> => {
  if (!isStore(component))
    throw problemOf(consoleRoutes.store, 'unknown-component', `There is no store ${component}.`, {
      field: 'component',
    });
  const log = logs(store, { q: `service:${component}`, from, to, limit: logLines });
  const url = urlOf(component);
  const asked = url === undefined ? undefined : ask(component, url);
  const found = await (
    asked ?? Promise.reject(new Error('this console has no address of it'))
  ).then(
    (detail) => ({ detail }),
    (error: unknown) => ({ problem: `It cannot be asked: ${messageOf(error)}.` }),
  );
  return { name: component, ...found, log: await log };
};

/** A store's detail with so many lines of its log, the newest. */
export const shortStore = ({ log, ...whole }: StoreDetail, limit: number): StoreDetail => ({
  ...whole,
  log: {
    ...log,
    items: log.items.slice(0, limit),
    truncated: log.truncated || log.items.length > limit,
  },
});
