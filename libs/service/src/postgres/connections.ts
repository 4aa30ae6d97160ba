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
  /** Whether connections must be writable. */
  writes: boolean;
}

/** A pool of connections to one database. */
export interface Connections {
  acquire(): Promise<PoolClient>;
  /** Returns a connection to the pool, or closes it after an error of the server. */
  release(client: PoolClient, error?: unknown): void;
  /** Closes a connection whose state is unknown. */
  discard(client: PoolClient): void;
  /** Rejects when a new or an idle connection cannot be used. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const Setting = Type.Object({ transaction_read_only: Type.String() });

/** The check of libpq's `target_session_attrs=read-write`. */
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
    // Runs once per new connection; a refused one does not enter the pool.
    verify: (client, done) => {
      if (!writes) done();
      else
        refuseReadOnly(name, client).then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
  // The server has closed an idle connection; the pool opens another one when needed.
  pool.on('error', (error) =>
    log.error({ store: name, reason: error.message }, 'postgres-connection-lost'),
  );
  return pool;
};

export const openConnections = (options: Options): Connections => {
  const { name, log, writes } = options;
  const pool = createPool(options);
  reportConnections(pool, options);

  /** Increases when a server is found to be read-only, because all earlier connections may lead to it. */
  let generation = 0;
  const generations = new WeakMap<PoolClient, number>();
  pool.on('connect', (client) => {
    generations.set(client, generation);
    // If a connection is lost between two statements of a transaction, the next statement fails. Without
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
