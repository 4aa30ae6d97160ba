import type { Logger } from '@faultline/telemetry';
import { runner } from 'node-pg-migrate';
import pRetry from 'p-retry';
import { Client } from 'pg';

interface Migration {
  name: string;
  url: string;
  /** A directory of numbered SQL files. */
  directory: string;
  /** The last step; when it fails, all is tried again. */
  afterwards(): Promise<void>;
  log: Logger;
  signal: AbortSignal;
}

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
}: Migration): Promise<void> =>
  pRetry(
    async () => {
      const applied = await applyMigrations(url, directory);
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

/** A server that went away without a word would keep a migration waiting for ever. */
const statementMilliseconds = 60_000;

const applyMigrations = async (url: string, directory: string): Promise<string[]> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 2000,
    keepAlive: true,
    query_timeout: statementMilliseconds,
  });
  // The statement in progress fails as well. Without a listener the loss would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const applied = await runner({
      dbClient: client,
      dir: directory,
      direction: 'up',
      migrationsTable: 'migrations',
      logger: quiet,
    });
    return applied.map((migration) => migration.name);
  } finally {
    await client.end();
  }
};
