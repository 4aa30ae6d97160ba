import {
  describeOperation,
  type Metrics,
  observeStore,
  type SlowOperation,
  type StoreOperation,
} from '@faultline/telemetry';
import type { Redis } from 'ioredis';
import type { StoreApp } from '../define-service';
import { storeUnavailable } from '../store-unavailable';
import { openRedis } from './open-redis';
import { isRedisOutage, redisErrorType } from './redis-errors';
import { primaryState, serverState } from './server-state';
import { type ServerWatch, watchServers } from './watch-servers';

export interface RedisStoreOptions {
  replicaUrl?: string | undefined;
  /** Whether the service's health, readiness and gauges depend on it; default true. */
  monitored?: boolean;
  /** Whether the replica is read even if it does not follow the primary; default never. */
  readsStaleReplica?: () => boolean;
}

export type { Redis } from 'ioredis';

type Commands<T> = (redis: Redis) => Promise<T>;

export interface RedisStore {
  /** Runs commands on the primary. `operation` names them in metrics. */
  write<T>(operation: string, commands: Commands<T>): Promise<T>;
  /** Runs commands on the replica, or on the primary while the replica is down or does not follow it. */
  read<T>(operation: string, commands: Commands<T>): Promise<T>;
}

/** Runs commands on one connection, with a span and an observation. */
const observed = (app: StoreApp, store: string, address: string) => {
  const { log, metrics, slowMilliseconds } = app;
  const url = new URL(address);
  const known = new Map<string, StoreOperation>();
  const operationOf = (operation: string): StoreOperation => {
    const described =
      known.get(operation) ??
      describeOperation({
        system: 'redis',
        store,
        url,
        operation: operation.toUpperCase(),
        collection: undefined,
        // Only the command's name is recorded, because keys contain session ids and values contain carts.
        text: operation.toUpperCase(),
      });
    known.set(operation, described);
    return described;
  };
  const observer = {
    metrics,
    slowMilliseconds,
    errorType: redisErrorType,
    logSlow: (operation: SlowOperation) => log.info(operation, 'redis-command-slow'),
  };
  return <T>(redis: Redis, operation: string, commands: Commands<T>): Promise<T> =>
    observeStore(observer, operationOf(operation), () => commands(redis));
};

const reportServers = (
  metrics: Metrics,
  name: string,
  primary: Redis,
  replica: Redis | undefined,
  watch: ServerWatch,
): void => {
  metrics.gauge('redis_connected', (report) => {
    report({ db_namespace: name }, Number(primary.status === 'ready'));
    if (replica) report({ db_namespace: `${name}-replica` }, Number(replica.status === 'ready'));
  });
  metrics.gauge('redis_writable', (report) =>
    report({ db_namespace: name }, Number(watch.takesWrites())),
  );
  if (!replica) return;
  const labels = { db_namespace: `${name}-replica` };
  metrics.gauge('redis_replica_link_up', (report) =>
    report(labels, Number(watch.replicaTrouble() === undefined)),
  );
  metrics.gauge('redis_replica_lag_bytes', (report) => {
    const lag = watch.lag();
    if (lag !== undefined) report(labels, lag);
  });
};

/** Opens a primary and, if given, a replica; both reconnect until the service stops. */
export const connectRedis = (
  app: StoreApp,
  name: string,
  url: string,
  options: RedisStoreOptions = {},
): RedisStore => {
  const { log, metrics } = app;
  const { replicaUrl, monitored = true, readsStaleReplica = () => false } = options;
  const primary = openRedis(name, url, log);
  const replica = replicaUrl ? openRedis(`${name}-replica`, replicaUrl, log) : undefined;
  const all = [primary, ...(replica ? [replica] : [])];
  const onPrimary = observed(app, name, url);
  const onReplica = observed(app, `${name}-replica`, replicaUrl ?? url);
  const watch = monitored ? watchServers({ name, primary, replica, log }) : undefined;
  if (watch) reportServers(metrics, name, primary, replica, watch);

  const write: RedisStore['write'] = (operation, commands) =>
    onPrimary(primary, operation, async (redis) => {
      // A demoted server would still serve reads, with stale data.
      if (watch?.leadsToReplica()) throw new Error('READONLY The server is a replica');
      return commands(redis);
    }).catch((error: unknown) => {
      throw isRedisOutage(error) ? storeUnavailable(name, error) : error;
    });
  /** While the primary is down, the replica has the newest available data. */
  const replicaWillDo = (): boolean =>
    primary.status !== 'ready' || watch?.replicaIsFresh() === true || readsStaleReplica();
  const read: RedisStore['read'] = async (operation, commands) => {
    if (replica?.status !== 'ready' || !replicaWillDo()) return write(operation, commands);
    try {
      return await onReplica(replica, operation, commands);
    } catch (error) {
      if (!isRedisOutage(error)) throw error;
      log.info({ store: `${name}-replica` }, 'redis-read-from-primary');
      return write(operation, commands);
    }
  };

  const check = async (): Promise<undefined> => {
    const { refusal } = await primaryState(primary, name);
    if (refusal !== undefined) throw new Error(`${name} refuses writes: ${refusal}`);
  };
  const checkReplica = async (): Promise<undefined> => {
    await serverState(replica ?? primary);
    const trouble = watch?.replicaTrouble();
    if (trouble !== undefined) throw new Error(`${name}-replica: ${trouble}`);
  };
  const close = async () => {
    watch?.stop();
    for (const redis of all) redis.disconnect();
  };
  app.manage({
    checks: monitored
      ? { [name]: check, ...(replica && { [`${name}-replica`]: checkReplica }) }
      : {},
    ...(watch && { ready: async () => primary.status === 'ready' && watch.takesWrites() }),
    close,
  });
  return { write, read };
};
