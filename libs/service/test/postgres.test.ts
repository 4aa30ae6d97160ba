import { type Store, withPostgres } from '@faultline/stores';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from './fixture';
import { inUse, type NotesOptions, startNotes } from './notes-service';

let store: Store;
/** Another user of the same database. */
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

const readyNotes = async (options: NotesOptions = {}) => {
  const service = await startNotes(store.url, options);
  await eventually(service.ready).toBe(200);
  return service;
};

const connections = async (): Promise<number> => {
  const { rows } = await other.query(
    'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return rows.length;
};

describe('a service with a database', () => {
  it('stores rows', async () => {
    const service = await readyNotes();
    expect((await service.send('POST', '/notes', { texts: ['milk', 'tea'] })).status).toBe(200);
    expect(await (await service.get('/notes')).json()).toEqual([{ text: 'milk' }, { text: 'tea' }]);
  });

  it.each([
    ['the database refuses a statement', 'forbidden'],
    ['the work itself fails', 'refused'],
  ])('rolls a transaction back whole when %s', async (_, text) => {
    const service = await readyNotes();
    const response = await service.send('POST', '/notes', { texts: ['milk', text] });
    expect(response.status).toBe(500);
    expect(await (await service.get('/notes')).json()).toEqual([]);
    expect((await service.send('POST', '/notes', { texts: ['tea'] })).status).toBe(200);
  });

  it('measures each statement by operation and table', async () => {
    const service = await readyNotes();
    await service.send('POST', '/notes', { texts: ['milk', 'tea'] });
    await service.get('/broken');
    const count = (operation: string, error: string) =>
      service.sample(
        `db_client_operation_duration_seconds_count{db_system_name="postgresql",db_namespace="notes-data",db_operation_name="${operation}",db_collection_name="notes",error_type="${error}"}`,
      );
    expect(await count('INSERT', '')).toBe(2);
    expect(await count('SELECT', '42703')).toBe(1);
  });

  it('shows how many connections of its pool are in use', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const service = await readyNotes({ held });
    expect(await inUse(service)).toBe(0);
    const requests = [service.get('/notes/held'), service.get('/notes/held')];
    await eventually(() => inUse(service)).toBe(2);
    release();
    await Promise.all(requests);
    expect(await inUse(service)).toBe(0);
  });

  it('logs a slow statement with its text and without its values', async () => {
    const service = await readyNotes();
    const response = await service.get('/slow/hunter2', { 'x-request-id': 'request-0001' });
    expect(await response.text()).toContain('hunter2');
    expect(service.logged('postgres-query-slow')).toMatchObject([
      {
        level: 'info',
        store: 'notes-data',
        statement: 'select pg_sleep($2), $1::text as value',
        durationMs: expect.any(Number),
        requestId: 'request-0001',
      },
    ]);
    expect(JSON.stringify(service.lines)).not.toContain('hunter2');
  });

  it('responds with 500 to a failed statement, without its text', async () => {
    const service = await readyNotes();
    const response = await service.get('/broken');
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).toContain('internal-error');
    expect(body).not.toMatch(/secret_column|select|notes/);
    expect(service.logged('http-request-failed')).toMatchObject([
      { err: { message: 'column "secret_column" does not exist' } },
    ]);
  });

  it('logs no value of a row that the database refused', async () => {
    const service = await readyNotes();
    await service.send('POST', '/notes', { texts: ['hunter2'] });
    const response = await service.send('POST', '/notes', { texts: ['hunter2'] });
    expect(response.status).toBe(500);
    expect(service.logged('http-request-failed')).toMatchObject([
      { err: { code: '23505', message: expect.stringContaining('notes_text') } },
    ]);
    expect(JSON.stringify(service.lines)).not.toContain('hunter2');
  });

  it('responds with 503 and does not hang if all its connections are in use', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const service = await readyNotes({ maxConnections: 1, held });
    const holding = service.get('/notes/held');
    await eventually(connections).toBe(1);
    await eventually(() => inUse(service)).toBe(1);
    const refused = await service.get('/notes');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'notes-data-unavailable' });
    release();
    expect((await holding).status).toBe(200);
    expect((await service.get('/notes')).status).toBe(200);
  });

  it('leaves no connection behind when it stops', async () => {
    const service = await readyNotes();
    await Promise.all([1, 2, 3].map(() => service.get('/notes')));
    expect(await connections()).toBeGreaterThan(0);
    await service.stop();
    await eventually(connections).toBe(0);
  });
});
