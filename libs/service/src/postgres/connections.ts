import type { Logger, Metrics } from '@faultline/telemetry';
import { Pool, type PoolClient } from 'pg';
import { Type } from 'typebox';
import { isPostgresOutage, isReadOnly, readOnlyCode } from './errors';
import { rowsOf } from './rows';

interface Options {
  name: string;
  url: string;
  log: Logger;
  metrics: Metrics;
  maxConnections: number;
  /** Whether a connection is of use only where it may write. */
  writes: boolean;
}

/** Connections to one database, opened when they are needed and used again. */
export interface Connections {
  acquire(): Promise<PoolClient>;
  /** Gives a connection back. After an error that says so it is closed instead. */
  release(client: PoolClient, error?: unknown): void;
  /** Closes one whose state nobody knows. */
  discard(client: PoolClient): void;
  /** Rejects when a new or an idle connection cannot be used. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const Setting = Type.Object({ transaction_read_only: Type.String() });

/** What libpq calls `target_session_attrs=read-write`. */
const refuseReadOnly = async (store: string, client: PoolClient): Promise<void> => {
  const { rows } = await client.query('show transaction_read_only');
  const [setting] = rowsOf(store, Setting, rows);
  if (setting?.transaction_read_only !== 'off')
    throw Object.assign(new Error('the server is read-only'), { code: readOnlyCode });
};

const reportConnections = (pool: Pool, { name, metrics }: Options): void =>
  metrics.gauge('db_client_connections', (report) => {
    const pools = { db_client_connection_pool_name: name };
    report({ ...pools, db_client_connection_state: 'idle' }, pool.idleCount);
    report({ ...pools, db_client_connection_state: 'used' }, pool.totalCount - pool.idleCount);
    report({ ...pools, db_client_connection_state: 'waiting' }, pool.waitingCount);
  });

const createPool = ({ name, url, log, maxConnections, writes }: Options): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 2000,
    statement_timeout: 5000,
    query_timeout: 6000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Runs once for each new connection; one that is refused never gets into the pool.
    verify: (client, done) => {
      if (!writes) done();
      else
        refuseReadOnly(name, client).then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
  // An idle connection that the server closed; the pool opens another when it needs one.
  pool.on('error', (error) =>
    log.error({ store: name, reason: error.message }, 'postgres-connection-lost'),
  );
  return pool;
};

export const openConnections = (options: Options): Connections => {
  const { name, log, writes } = options;
  const pool = createPool(options);
  reportConnections(pool, options);

  /** Grows when the server is found to be read-only: all connections of before may lead to it. */
  let generation = 0;
  const generations = new WeakMap<PoolClient, number>();
  pool.on('connect', (client) => {
    generations.set(client, generation);
    // One that is lost between two statements of a transaction: the next statement says so. Without
    // a listener the loss would end the process.
    client.on('error', () => undefined);
  });

  const acquire = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    if (generations.get(client) === generation) return client;
    client.release(true);
    return acquire();
  };

  const release = (client: PoolClient, error?: unknown): void => {
    if (isReadOnly(error) && generations.get(client) === generation) {
      generation += 1;
      log.error({ store: name }, 'postgres-server-read-only');
    }
    client.release(isPostgresOutage(error));
  };

  return {
    acquire,
    release,
    discard: (client) => client.release(true),
    check: async () => {
      const client = await acquire();
      try {
        await (writes ? refuseReadOnly(name, client) : client.query('select 1'));
        release(client);
      } catch (error) {
        release(client, error);
        throw error;
      }
    },
    close: () => pool.end(),
  };
};
