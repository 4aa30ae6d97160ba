import type { Logger } from '@faultline/telemetry';
import { runner } from 'node-pg-migrate';
import pRetry from 'p-retry';

interface Migration {
  name: string;
  url: string;
  /** A directory of numbered SQL files. */
  directory: string;
  log: Logger;
  signal: AbortSignal;
}

const silent = () => {};
const quiet = { debug: silent, info: silent, warn: silent, error: silent };

/** Brings the schema up to date; tries until the server is there, as it may start after us. */
export const migrate = ({ name, url, directory, log, signal }: Migration): Promise<void> =>
  pRetry(
    async () => {
      const applied = await runner({
        databaseUrl: url,
        dir: directory,
        direction: 'up',
        migrationsTable: 'migrations',
        logger: quiet,
      });
      log.info({ store: name, applied: applied.map((each) => each.name) }, 'postgres-migrated');
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
