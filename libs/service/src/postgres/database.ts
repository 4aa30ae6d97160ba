import type { PoolClient } from 'pg';
import type { StoreApp } from '../define-service';
import { type Connections, openConnections } from './connections';
import { isPostgresOutage, translatePostgresError } from './errors';
import { migrate } from './migrate';
import { observedQueries } from './queries';
import type { Transaction } from './transaction';

export type { Transaction } from './transaction';

export interface Database extends Transaction {
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

export interface DatabaseOptions {
  /** A directory of numbered SQL files that make the schema. */
  migrations: string;
  /** Runs after the migrations at each start, until it succeeds, for example to insert data. */
  afterMigration?: (database: Database) => Promise<void>;
  maxConnections?: number;
  /** Whether statements other than migrations write; default true. If not, a standby suffices. */
  writes?: boolean;
}

const inTransaction = async <T>(
  connections: Connections,
  run: (client: PoolClient) => Transaction,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> => {
  const client = await connections.acquire();
  try {
    await client.query('begin');
    const result = await work(run(client));
    await client.query('commit');
    connections.release(client);
    return result;
  } catch (error) {
    // If the connection is lost, so is its transaction.
    if (isPostgresOutage(error)) connections.release(client, error);
    else
      await client.query('rollback').then(
        () => connections.release(client),
        // The connection was lost meanwhile.
        () => connections.discard(client),
      );
    throw error;
  }
};

/** Opens a pool of connections that survives a restart of its server, and migrates the schema. */
export const connectPostgres = (
  app: StoreApp,
  name: string,
  url: string,
  options: DatabaseOptions,
): Database => {
  const { log, metrics, slowMilliseconds } = app;
  const { migrations, afterMigration, maxConnections = 10, writes = true } = options;
  const connections = openConnections({ name, url, log, metrics, maxConnections, writes });
  const closing = new AbortController();
  let migrated = false;

  const queries = observedQueries({ name, url, log, metrics, slowMilliseconds });
  const translated = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw translatePostgresError(name, error, migrated);
    });
  const pooled = queries.pooled(connections);
  const database: Database = {
    query: (text, values) => translated(pooled.query(text, values)),
    rows: (shape, text, values) => translated(pooled.rows(shape, text, values)),
    transaction: (work) => translated(inTransaction(connections, queries.within, work)),
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
    await connections.check();
  };
  app.manage({
    checks: { [name]: check },
    ready: () =>
      check().then(
        () => migrated,
        () => false,
      ),
    close: async () => {
      closing.abort();
      await connections.close();
    },
  });
  return database;
};
