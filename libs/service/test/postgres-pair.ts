import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type StoreProcess, startPostgres } from '@faultline/stores';
import { Client } from 'pg';
import { eventually } from './fixture';

const login = { user: 'test', password: 'test', database: 'test' };
/** Owns the cluster of an embedded server. */
const superuser = 'faultline';
/** What `startPostgres` leaves out, as the demo has no standby. */
const settings = { wal_level: 'replica', max_wal_senders: 4 };

/** A PostgreSQL and a hot standby that follows it, whose roles can be swapped. */
export interface PostgresPair {
  first: StoreProcess;
  second: StoreProcess;
  /** The second becomes the primary, and the first stays as it is. */
  promoteSecond(): Promise<void>;
  /** The first is started again as a standby of the second. */
  demoteFirst(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs one statement as the superuser of a server. */
export const asSuperuser = async ({ port }: { port: number }, statement: string) => {
  const client = new Client({ host: '127.0.0.1', port, user: superuser, database: 'postgres' });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
};

const letSuperuserIn = async (directory: string): Promise<void> => {
  const file = join(directory, 'data', 'pg_hba.conf');
  const lines = ['all', 'replication'].map(
    (what) => `host ${what} ${superuser} 127.0.0.1/32 trust`,
  );
  await writeFile(file, `${lines.join('\n')}\n${await readFile(file, 'utf8')}`);
};

/** A server that starts on this directory follows another one. */
const follow = async (directory: string, primary: { port: number }): Promise<void> => {
  const conninfo = `host=127.0.0.1 port=${primary.port} user=${superuser}`;
  await writeFile(
    join(directory, 'data', 'postgresql.auto.conf'),
    `primary_conninfo = '${conninfo}'\nrecovery_target_timeline = 'latest'\n`,
  );
  await writeFile(join(directory, 'data', 'standby.signal'), '');
};

export const postgresPair = async (): Promise<PostgresPair> => {
  const root = await mkdtemp('/tmp/faultline-postgres-pair-');
  // For the account that PostgreSQL runs as.
  await chmod(root, 0o755);
  const [one, two] = [join(root, 'one'), join(root, 'two')];
  const first = await startPostgres({ ...login, directory: one, settings });
  await letSuperuserIn(one);
  await first.stop();
  await cp(one, two, { recursive: true });
  await first.restart();
  await follow(two, first);
  const second = await startPostgres({ ...login, directory: two, settings });
  const following = () => asSuperuser(first, 'select from pg_stat_replication');
  await eventually(async () => (await following()).rowCount).toBe(1);
  return {
    first,
    second,
    promoteSecond: async () => {
      await asSuperuser(second, 'select pg_promote()');
    },
    demoteFirst: async () => {
      await follow(one, second);
      await first.restart();
    },
    stop: async () => {
      await second.stop();
      await first.stop();
      await rm(root, { recursive: true });
    },
  };
};
