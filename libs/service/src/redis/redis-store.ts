import type { Logger, Metrics } from '@faultline/telemetry';
import type { Redis } from 'ioredis';
import { isConnectionError, storeUnavailable } from '../store-unavailable';
import { openRedis } from './open-redis';

export interface RedisStoreOptions {
  replicaUrl?: string | undefined;
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
}

interface ConnectedRedisStore extends RedisStore {
  check(): Promise<undefined>;
  checkReplica(): Promise<undefined>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** ioredis has no codes for a connection that is down, only these messages. */
const down =
  /^(Connection is closed|Stream isn't writeable|Command timed out|Socket timeout|Reached the max retries)/;
const replyOfOutage = /^(LOADING|READONLY|MASTERDOWN|NOREPLICAS)/;

const isOutage = (error: unknown): boolean =>
  isConnectionError(error) ||
  (error instanceof Error && (down.test(error.message) || replyOfOutage.test(error.message)));

const ping = async (redis: Redis): Promise<undefined> => {
  await redis.ping();
};

const measured =
  ({ name, metrics }: Connection) =>
  async <T>(operation: string, collection: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    let failure = '';
    try {
      return await work();
    } catch (error) {
      failure = isOutage(error) ? 'unavailable' : 'error';
      throw error;
    } finally {
      metrics.stored(
        {
          db_system_name: 'redis',
          db_namespace: name,
          db_operation_name: operation,
          db_collection_name: collection,
          error_type: failure,
        },
        (performance.now() - start) / 1000,
      );
    }
  };

/** A primary and maybe a replica; both reconnect by themselves for as long as the service lives. */
export const connectRedis = (connection: Connection): ConnectedRedisStore => {
  const { name, url, replicaUrl, log, metrics } = connection;
  const primary = openRedis(name, url, log);
  const replica = replicaUrl ? openRedis(`${name}-replica`, replicaUrl, log) : undefined;
  const all = [primary, ...(replica ? [replica] : [])];
  const measure = measured(connection);
  metrics.gauge('redis_connected', 'Whether the connection is up', ['db_namespace'], (report) => {
    report({ db_namespace: name }, Number(primary.status === 'ready'));
    if (replica) report({ db_namespace: `${name}-replica` }, Number(replica.status === 'ready'));
  });

  const write: RedisStore['write'] = (operation, commands) =>
    measure(operation, 'primary', () => commands(primary)).catch((error: unknown) => {
      throw isOutage(error) ? storeUnavailable(name, error) : error;
    });
  const read: RedisStore['read'] = async (operation, commands) => {
    if (replica?.status !== 'ready') return write(operation, commands);
    try {
      return await measure(operation, 'replica', () => commands(replica));
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
