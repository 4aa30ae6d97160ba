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
  /** The last step; when it fails, all is tried again. */
  afterwards(): Promise<void>;
  log: Logger;
  signal: AbortSignal;
  limits?: Limits;
}

/** Milliseconds. */
interface Limits {
  /** A server that went away without a word would keep a migration waiting for ever. */
  statement: number;
  /** Whatever else wants a table waits behind a migration that waits for it. */
  lock: number;
}

const usualLimits: Limits = { statement: 60_000, lock: 10_000 };

/** The SQLSTATE of a statement that waited for a lock as long as it may. */
const lockNotAvailable = '55P03';

const silent = () => {};
const quiet = { debug: silent, info: silent, warn: silent, error: silent };

/** Brings the schema up to date; tries until the server is there, as it may start after us. */
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

/** Fails at a lock that another process keeps: it says which one, so that somebody can end that process. */
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
  // The statement in progress fails as well. Without a listener the loss would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Loaded when it is wanted: it makes a compiler of its own.
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
