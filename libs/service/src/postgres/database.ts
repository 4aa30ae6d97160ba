import type { Logger, Metrics } from '@faultline/telemetry';
import { type ClientBase, Pool, type QueryResultRow } from 'pg';
import { translatePostgresError } from './errors';
import { migrate } from './migrate';
import { observeQuery } from './observe-query';

export type Row = QueryResultRow;

/** Statements that belong together: all of them happen or none. */
export interface Transaction {
  /** Runs a statement with `$1`-style parameters and answers with its rows. */
  query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

export interface Database extends Transaction {
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

export interface DatabaseOptions {
  /** A directory of numbered SQL files that make the schema. */
  migrations: string;
  /** Runs each time after the migrations; fills in what the schema's user expects. */
  afterMigration?: (database: Database) => Promise<void>;
  maxConnections?: number;
}

interface Connection extends DatabaseOptions {
  name: string;
  url: string;
  log: Logger;
  metrics: Metrics;
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
  return pool;
};

const inTransaction = async <T>(
  pool: Pool,
  run: (client: ClientBase) => Transaction,
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
    await client.query('rollback').then(
      () => {
        broken = false;
      },
      // The connection is gone, and the transaction with it.
      () => undefined,
    );
    throw error;
  } finally {
    client.release(broken);
  }
};

const reportConnections = (pool: Pool, { name, metrics }: Connection): void =>
  metrics.gauge(
    'db_client_connection_count',
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

  const over = (client: Pick<ClientBase, 'query'>): Transaction => ({
    query: (text, values) =>
      observeQuery(connection, text, async () => {
        const { rows } = await client.query(text, values && [...values]);
        return rows;
      }),
  });
  const translated = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw translatePostgresError(name, error);
    });
  const pooled = over(pool);
  const database: Database = {
    query: (text, values) => translated(pooled.query(text, values)),
    transaction: (work) => translated(inTransaction(pool, over, work)),
  };
  migrate({ name, url, directory: migrations, log, signal: closing.signal })
    .then(() => afterMigration?.(database))
    .then(
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
