import type { Logger } from '@faultline/telemetry';
import pRetry from 'p-retry';
import { Client } from 'pg';
import { errorCode } from '../store-unavailable';
import { lockHolders } from './lock-holders';

interface Migration {
  name: string;
  url: string;
  /** A directory of numbered SQL files. */
  directory: string;
  /** The last step; if it fails, everything is tried again. */
  afterwards(): Promise<void>;
  log: Logger;
  signal: AbortSignal;
  limits?: Limits;
}

/** Milliseconds. */
interface Limits {
  /** Without this limit, a migration would wait forever for a server that has vanished. */
  statement: number;
  /** Limited, because all other statements on a table queue behind a migration that waits for its lock. */
  lock: number;
}

const usualLimits: Limits = { statement: 60_000, lock: 10_000 };

/** The SQLSTATE of a statement that exceeded its lock timeout. */
const lockNotAvailable = '55P03';

const silent = () => {};
const quiet = { debug: silent, info: silent, warn: silent, error: silent };

/** Migrates the schema; tries until it succeeds, because the server may start after the service. */
export const migrate = ({
  name,
  url,
  directory,
  afterwards,
  log,
  signal,
  limits = usualLimits,
}: Migration): Promise<void> =>
  pRetry(
    async () => {
      const applied = await applyMigrations(name, url, directory, limits);
      log.info({ store: name, applied }, 'postgres-migrated');
      await afterwards();
    },
    {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 100,
      maxTimeout: 2000,
      signal,
      onFailedAttempt: ({ error, attemptNumber }) => {
        if (attemptNumber % 10 === 1)
          log.error({ store: name, reason: error.message }, 'postgres-migration-failed');
      },
    },
  );

const isLocked = (error: unknown): boolean =>
  errorCode(error) === lockNotAvailable ||
  (error instanceof Error && error.message.startsWith('Another migration is already running'));

/** Applies the migrations. If another process holds a lock, the error names it, so that somebody can end it. */
const applyMigrations = async (
  store: string,
  url: string,
  directory: string,
  { statement, lock }: Limits,
): Promise<string[]> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 2000,
    keepAlive: true,
    query_timeout: statement,
    lock_timeout: lock,
  });
  // The current statement fails too. Without a listener the loss would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Loaded on demand, because it creates a compiler.
    const { runner } = await import('node-pg-migrate');
    const applied = await runner({
      dbClient: client,
      dir: directory,
      direction: 'up',
      migrationsTable: 'migrations',
      logger: quiet,
    });
    return applied.map((migration) => migration.name);
  } catch (error) {
    if (!isLocked(error)) throw error;
    const held = await lockHolders(store, client);
    throw new Error(`a lock is not free: ${held || 'it has been released since'}`, {
      cause: error,
    });
  } finally {
    await client.end();
  }
};
