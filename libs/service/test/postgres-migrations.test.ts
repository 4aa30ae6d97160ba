import { type Store, withPostgres } from '@faultline/stores';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from './fixture';
import { migrationOf, startNotes } from './notes-service';

let store: Store;
let other: Client;

beforeAll(async () => {
  store = await withPostgres();
  other = new Client({ connectionString: store.url });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await store.stop();
});
beforeEach(() => other.query('drop table if exists notes, migrations'));

const waiting = async (): Promise<number> => {
  const { rows } = await other.query(
    "select 1 from pg_locks where locktype = 'advisory' and not granted",
  );
  return rows.length;
};

describe('the migrations of a service', () => {
  it('are applied in order, once', async () => {
    const first = await startNotes(store.url);
    await eventually(first.ready).toBe(200);
    const second = await startNotes(store.url);
    await eventually(second.ready).toBe(200);
    expect(first.logged('postgres-migrated')).toMatchObject([
      { applied: ['001_notes', '002_unique_notes'] },
    ]);
    expect(second.logged('postgres-migrated')).toMatchObject([{ applied: [] }]);
  });

  it('are applied once by two instances that start together', async () => {
    const both = await Promise.all([startNotes(store.url), startNotes(store.url)]);
    for (const service of both) await eventually(service.ready).toBe(200);
    const { rows } = await other.query('select name from migrations');
    expect(rows).toEqual([{ name: '001_notes' }, { name: '002_unique_notes' }]);
  });

  it('are applied before it is ready', async () => {
    const migrations = await migrationOf('select pg_advisory_xact_lock(42)');
    await other.query('select pg_advisory_lock(42)');
    const service = await startNotes(store.url, { migrations });
    await eventually(waiting).toBe(1);
    expect(await service.ready()).toBe(503);
    expect((await service.get('/health/status')).status).toBe(200);
    await other.query('select pg_advisory_unlock(42)');
    await eventually(service.ready).toBe(200);
  });

  it('are followed by the insertion of data, before it is ready', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const service = await startNotes(store.url, {
      afterMigration: async (database) => {
        await database.query('insert into notes (text) values ($1)', ['filled in']);
        await held;
      },
    });
    await eventually(async () => (await service.get('/notes')).text()).toBe(
      '[{"text":"filled in"}]',
    );
    expect(await service.ready()).toBe(503);
    release();
    await eventually(service.ready).toBe(200);
  });

  it('are tried again if the insertion of data fails', async () => {
    let tries = 0;
    const service = await startNotes(store.url, {
      afterMigration: async () => {
        tries += 1;
        if (tries === 1) throw new Error('the connection was lost');
      },
    });
    await eventually(service.ready).toBe(200);
    expect(tries).toBe(2);
  });

  it('prevent readiness if they fail, and are named in the log', async () => {
    const service = await startNotes(store.url, {
      migrations: await migrationOf('creat table;'),
    });
    await eventually(() => service.logged('postgres-migration-failed')).toMatchObject([
      { level: 'error', store: 'notes-data', reason: expect.stringContaining('syntax error') },
    ]);
    expect(await service.ready()).toBe(503);
  });
});
