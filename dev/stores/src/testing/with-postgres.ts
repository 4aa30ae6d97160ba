import { Client } from 'pg';
import {
  clusterStatements,
  databaseStatements,
  type Login,
  superuser,
} from '../postgres/bootstrap';
import { postgresUrl, startPostgres } from '../postgres/start-postgres';
import type { Store } from '../store';
import { containerStore } from './container-store';
import { postgresImage, useContainers } from './engine';

const login: Login = { user: 'test', password: 'test', database: 'test' };

/** An empty PostgreSQL database for a test, owned by an ordinary role. The caller stops it. */
export const withPostgres = async (): Promise<Store> =>
  (await useContainers(postgresImage)) ? inContainer() : startPostgres(login);

const inContainer = async (): Promise<Store> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = 'only-in-tests';
  const container = new GenericContainer(postgresImage)
    .withEnvironment({
      POSTGRES_USER: superuser,
      POSTGRES_PASSWORD: password,
      POSTGRES_DB: 'postgres',
      POSTGRES_INITDB_ARGS: '--locale-provider=builtin --builtin-locale=C.UTF-8',
    })
    .withCommand([
      ...['postgres', '-c', 'max_connections=60', '-c', 'fsync=off'],
      ...['-c', 'reserved_connections=2'],
      ...['-c', 'shared_preload_libraries=pg_stat_statements'],
    ])
    // The image starts the server twice; the first one, which initialises, has no TCP port.
    .withWaitStrategy(Wait.forSuccessfulCommand('pg_isready -q -h 127.0.0.1'));
  return containerStore(
    container,
    5432,
    (port) => postgresUrl(login, port),
    async (port) => {
      const owner = { user: superuser, password };
      await execute(
        postgresUrl({ ...owner, database: 'postgres' }, port),
        clusterStatements(login),
      );
      await execute(postgresUrl({ ...owner, database: login.database }, port), databaseStatements);
    },
  );
};

const execute = async (connectionString: string, statements: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};
