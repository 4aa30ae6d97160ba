import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { type GuardedProcess, startProcess } from '../guarded-process';
import { launchStore } from '../launch';
import { freePort } from '../ports';
import type { StoreOptions, StoreProcess } from '../store';
import { serverAccount } from './account';
import type { Login } from './bootstrap';
import { clusterIn, serverEnvironment } from './cluster';
import { ownDirectory, scratchDirectory } from './directory';
import { postgresPrograms } from './programs';
import { type PostgresSettings, serverArguments } from './settings';
import { removeStalePidFile } from './stale-pid-file';

export type PostgresOptions = StoreOptions &
  Login & {
    /** By their names in postgresql.conf, where they differ from ours. */
    settings?: PostgresSettings | undefined;
  };

/** The address of a database on this machine. */
export const postgresUrl = ({ user, password, database }: Login, port: number): string =>
  `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

/**
 * Starts a PostgreSQL server on 127.0.0.1 with one database that `user` owns. Login and database
 * are made with the data directory: a later start has to name the same. As root, the server runs
 * as another account. Rejects with a StoreError.
 */
export const startPostgres = async (options: PostgresOptions): Promise<StoreProcess> => {
  const account = await serverAccount();
  const programs = await postgresPrograms(account);
  const scratch = options.directory === undefined;
  const notice = options.notice ?? (() => undefined);
  const directory =
    options.directory === undefined
      ? await scratchDirectory(account)
      : await ownDirectory(options.directory, account, notice);
  const cleanUp = async () => {
    if (scratch) await rm(directory, { recursive: true, force: true });
  };
  const port = options.port ?? (await freePort());
  const url = postgresUrl(options, port);

  const cluster = await clusterIn(directory, programs, account, options).catch(async (error) => {
    await cleanUp();
    throw error;
  });
  const spawn = async (log: (chunk: Buffer) => void): Promise<GuardedProcess> => {
    await removeStalePidFile(cluster);
    return startProcess({
      command: programs.postgres,
      arguments: serverArguments(cluster, port, scratch, options.settings),
      cwd: directory,
      environment: serverEnvironment,
      account,
      orphanSignal: 'SIGINT',
      scratch: scratch ? directory : undefined,
      log,
    });
  };
  return launchStore({
    title: 'PostgreSQL',
    url,
    port,
    spawn,
    readyLine: /ready to accept (read-only )?connections/,
    check: () => select(url),
    heldLine: /pre-existing shared memory block|lock file "postmaster.pid" already exists/,
    // Ends sessions and writes a checkpoint; throw-away data need none.
    stopSignal: scratch ? 'SIGQUIT' : 'SIGINT',
    cleanUp,
    log: options.log,
  });
};

const select = async (connectionString: string): Promise<void> => {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('SELECT 1');
  } finally {
    await client.end();
  }
};
