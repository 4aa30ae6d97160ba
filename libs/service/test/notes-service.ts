import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from 'typebox';
import { onTestFinished } from 'vitest';
import type { ServiceApp } from '../src';
import { connectPostgres, type Database } from '../src/postgres';
import type { ServiceForTest } from '../src/testing';
import { startFixture } from './fixture';

const migrations = join(__dirname, 'fixtures', 'migrations');

export interface NotesOptions {
  migrations?: string;
  maxConnections?: number;
  writes?: boolean;
  afterMigration?: (database: Database) => Promise<void>;
  /** What a request to `/notes/held` waits for, with a transaction open. */
  held?: Promise<void>;
}

/** A directory with one migration, for one test. */
export const migrationOf = async (sql: string): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, '001_only.sql'), `-- Up Migration\n${sql}\n`);
  return directory;
};

const Note = Type.Object({ text: Type.String() });
const Value = Type.Object({ value: Type.String() });
const insert = 'insert into notes (text) values ($1)';

/** A service that keeps notes in the store `notes-data`. */
export const startNotes = (
  url: string,
  { held, ...options }: NotesOptions = {},
): Promise<ServiceForTest> =>
  startFixture(async (app: ServiceApp) => {
    const database = connectPostgres(app, 'notes-data', url, { migrations, ...options });
    const texts = { body: Type.Object({ texts: Type.Array(Type.String()) }) };
    app.routes(async (http) => {
      http.get('/notes', () => database.rows(Note, 'select text from notes'));
      http.post('/notes', { schema: texts }, ({ body }) =>
        database.transaction(async (transaction) => {
          for (const text of body.texts) await transaction.query(insert, [text]);
          if (body.texts.includes('refused')) throw new Error('the business says no');
          return {};
        }),
      );
      http.get('/notes/held', () =>
        database.transaction(async (transaction) => {
          await transaction.query('select 1');
          await held;
          return {};
        }),
      );
      const slow = {
        params: Type.Object({ value: Type.String() }),
        querystring: Type.Object({ seconds: Type.Number({ default: 0.3 }) }),
      };
      http.get('/slow/:value', { schema: slow }, ({ params, query }) =>
        database.rows(Value, 'select pg_sleep($2), $1::text as value', [
          params.value,
          query.seconds,
        ]),
      );
      http.get('/broken', () => database.rows(Note, 'select secret_column from notes'));
    }, {});
  });

/** How many connections of the service's pool are in use. */
export const inUse = (service: ServiceForTest): Promise<number | undefined> =>
  service.sample(
    'db_client_connections{db_client_connection_pool_name="notes-data",db_client_connection_state="used"}',
  );
