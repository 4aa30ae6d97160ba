import type { Logger, Metrics } from '@faultline/telemetry';
import { Pool, type PoolClient } from 'pg';
import { isPostgresOutage, translatePostgresError } from './errors';
import { migrate } from './migrate';
import { observedQueries } from './queries';
import type { Transaction } from './transaction';

export type { Row, Transaction } from './transaction';

export interface Database extends Transaction {
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

export interface DatabaseOptions {
  /** A directory of numbered SQL files that make the schema. */
  migrations: string;
  /** Runs at each start after the migrations, until it succeeds; fills in what users expect. */
  afterMigration?: (database: Database) => Promise<void>;
  maxConnections?: number;
}

interface Connection extends DatabaseOptions {
  name: string;
  url: string;
  log: Logger;
  metrics: Metrics;
  /** Milliseconds from which on a statement is slow. */
  slowMilliseconds: number;
}

interface ConnectedDatabase extends Database {
  check(): Promise<undefined>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

const defaultConnections = 10;

const createPool = ({ name, url, log, maxConnections = defaultConnections }: Connection): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 2000,
    statement_timeout: 5000,
    query_timeout: 6000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // An idle connection that the server closed; the pool opens another when it needs one.
  pool.on('error', (error) =>
    log.error({ store: name, reason: error.message }, 'postgres-connection-lost'),
  );
  // One that is lost between two statements of a transaction: the next statement says so. Without
  // a listener the loss would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

const inTransaction = async <T>(
  pool: Pool,
  run: (client: PoolClient) => Transaction,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    const result = await work(run(client));
    await client.query('commit');
    broken = false;
    return result;
  } catch (error) {
    // A connection that is lost took its transaction with it.
    if (!isPostgresOutage(error))
      await client.query('rollback').then(
        () => {
          broken = false;
        },
        // Lost meanwhile.
        () => undefined,
      );
    throw error;
  } finally {
    client.release(broken);
  }
};

const reportConnections = (pool: Pool, { name, metrics }: Connection): void =>
  metrics.gauge(
    'db_client_connections',
    'Connections of the pool by state; waiting is how many requests want one',
    ['db_client_connection_pool_name', 'db_client_connection_state'],
    (report) => {
      const pools = { db_client_connection_pool_name: name };
      report({ ...pools, db_client_connection_state: 'idle' }, pool.idleCount);
      report({ ...pools, db_client_connection_state: 'used' }, pool.totalCount - pool.idleCount);
      report({ ...pools, db_client_connection_state: 'waiting' }, pool.waitingCount);
    },
  );

/** A pool of connections that survives a restart of its server, with the schema brought up to date. */
export const connectPostgres = (connection: Connection): ConnectedDatabase => {
  const { name, url, log, migrations, afterMigration } = connection;
  const pool = createPool(connection);
  reportConnections(pool, connection);
  const closing = new AbortController();
  let migrated = false;

  const queries = observedQueries(connection);
  const translated = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw translatePostgresError(name, error);
    });
  const pooled = queries.pooled(pool);
  const database: Database = {
    query: (text, values) => translated(pooled.query(text, values)),
    transaction: (work) => translated(inTransaction(pool, queries.within, work)),
  };
  migrate({
    name,
    url,
    directory: migrations,
    afterwards: async () => afterMigration?.(database),
    log,
    signal: closing.signal,
  }).then(
    () => {
      migrated = true;
    },
    (error: unknown) => {
      if (!closing.signal.aborted) log.error({ store: name, err: error }, 'postgres-not-usable');
    },
  );

  const check = async (): Promise<undefined> => {
    await pool.query('select 1');
  };
  return {
    ...database,
    check,
    ready: () =>
      check().then(
        () => migrated,
        () => false,
      ),
    close: async () => {
      closing.abort();
      await pool.end();
    },
  };
};
