import {
  describeOperation,
  type Logger,
  type Metrics,
  observeStore,
  type StoreOperation,
} from '@faultline/telemetry';
import type { Redis } from 'ioredis';
import { isConnectionError, storeUnavailable } from '../store-unavailable';
import { openRedis } from './open-redis';
import { reportReplication } from './replication';

export interface RedisStoreOptions {
  replicaUrl?: string | undefined;
  /** Whether the service's health, readiness and gauges depend on it; they do if not given. */
  monitored?: boolean;
}

export type { ChainableCommander as RedisTransaction, Redis } from 'ioredis';

type Commands<T> = (redis: Redis) => Promise<T>;

export interface RedisStore {
  /** Runs commands on the primary. `operation` names them in metrics. */
  write<T>(operation: string, commands: Commands<T>): Promise<T>;
  /** Runs commands on the replica, or on the primary while the replica is away. */
  read<T>(operation: string, commands: Commands<T>): Promise<T>;
}

interface Connection extends RedisStoreOptions {
  name: string;
  url: string;
  log: Logger;
  metrics: Metrics;
  /** Milliseconds from which on a command is slow. */
  slowMilliseconds: number;
}

interface ConnectedRedisStore extends RedisStore {
  check(): Promise<undefined>;
  checkReplica(): Promise<undefined>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** ioredis has no codes for a connection that is down, only these messages. */
const down =
  /^(Connection is closed|Command aborted due to connection close|Stream isn't writeable|Command timed out|Socket timeout|Reached the max retries)/;
const replyOfOutage = /^(LOADING|READONLY|MASTERDOWN|NOREPLICAS)/;

const isOutage = (error: unknown): boolean =>
  isConnectionError(error) ||
  (error instanceof Error && (down.test(error.message) || replyOfOutage.test(error.message)));

const ping = async (redis: Redis): Promise<undefined> => {
  await redis.ping();
};

/** Runs commands on one connection as a span and an observation. */
const observed = (connection: Connection, store: string, address: string) => {
  const { log, metrics, slowMilliseconds } = connection;
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
        // Keys hold session ids and values hold carts, so the command's name is all of the text.
        text: operation.toUpperCase(),
      });
    known.set(operation, described);
    return described;
  };
  const observer = {
    metrics,
    slowMilliseconds,
    errorType: (error: unknown) => (isOutage(error) ? 'unavailable' : 'error'),
    logSlow: (fields: object) => log.error(fields, 'redis-command-slow'),
  };
  return <T>(redis: Redis, operation: string, commands: Commands<T>): Promise<T> =>
    observeStore(observer, operationOf(operation), () => commands(redis));
};

const reportConnections = (
  metrics: Metrics,
  name: string,
  primary: Redis,
  replica: Redis | undefined,
): void => {
  metrics.gauge('redis_connected', 'Whether the connection is up', ['db_namespace'], (report) => {
    report({ db_namespace: name }, Number(primary.status === 'ready'));
    if (replica) report({ db_namespace: `${name}-replica` }, Number(replica.status === 'ready'));
  });
  if (replica) reportReplication(metrics, name, primary, replica);
};

/** A primary and maybe a replica; both reconnect by themselves for as long as the service lives. */
export const connectRedis = (connection: Connection): ConnectedRedisStore => {
  const { name, url, replicaUrl, log, metrics, monitored = true } = connection;
  const primary = openRedis(name, url, log);
  const replica = replicaUrl ? openRedis(`${name}-replica`, replicaUrl, log) : undefined;
  const all = [primary, ...(replica ? [replica] : [])];
  const onPrimary = observed(connection, name, url);
  const onReplica = observed(connection, `${name}-replica`, replicaUrl ?? url);
  if (monitored) reportConnections(metrics, name, primary, replica);

  const write: RedisStore['write'] = (operation, commands) =>
    onPrimary(primary, operation, commands).catch((error: unknown) => {
      throw isOutage(error) ? storeUnavailable(name, error) : error;
    });
  const read: RedisStore['read'] = async (operation, commands) => {
    if (replica?.status !== 'ready') return write(operation, commands);
    try {
      return await onReplica(replica, operation, commands);
    } catch (error) {
      if (!isOutage(error)) throw error;
      log.info({ store: `${name}-replica` }, 'redis-read-from-primary');
      return write(operation, commands);
    }
  };
  return {
    write,
    read,
    check: () => ping(primary),
    checkReplica: () => ping(replica ?? primary),
    ready: async () => primary.status === 'ready',
    close: async () => {
      for (const redis of all) redis.disconnect();
    },
  };
};
