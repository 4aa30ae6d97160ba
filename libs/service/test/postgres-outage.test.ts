import { freePort, type StoreProcess, startPostgres } from '@faultline/stores';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceForTest } from '../src/testing';
import { eventually } from './fixture';
import { inUse, migrationOf, type NotesOptions, startNotes } from './notes-service';

const login = { user: 'test', password: 'test', database: 'test' };
let store: StoreProcess;

const crash = async (): Promise<void> => {
  store.kill('SIGKILL');
  await store.exited;
};

/** Another user of the same database, for a while. */
const asOther = async <T>(work: (other: Client) => Promise<T>): Promise<T> => {
  const other = new Client({ connectionString: store.url, statement_timeout: 5000 });
  other.on('error', () => undefined);
  await other.connect();
  try {
    return await work(other);
  } finally {
    await other.end();
  }
};

const endOtherSessions =
  'select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()';

const serve = async (options: NotesOptions = {}): Promise<ServiceForTest> => {
  const service = await startNotes(store.url, options);
  await eventually(service.ready).toBe(200);
  await service.send('POST', '/notes', { texts: ['milk'] });
  return service;
};

beforeAll(async () => {
  store = await startPostgres(login);
});
afterAll(() => store.stop());
beforeEach(() => asOther((other) => other.query('drop table if exists notes, migrations')));

describe('a service whose database is down when it starts', () => {
  it('is ready when the database is up', async () => {
    const port = await freePort();
    const service = await startNotes(`postgresql://test:test@127.0.0.1:${port}/test`);
    expect(await service.ready()).toBe(503);
    expect((await service.get('/notes')).status).toBe(503);
    await eventually(() => service.logged('postgres-migration-failed')).toHaveLength(1);
    const late = await startPostgres({ ...login, port });
    await eventually(service.ready).toBe(200);
    expect((await service.get('/notes')).status).toBe(200);
    await service.stop();
    await late.stop();
  });

  it('is ready when the database responds', async () => {
    await store.pause();
    const service = await startNotes(store.url);
    expect(await service.ready()).toBe(503);
    await store.resume();
    await eventually(service.ready).toBe(200);
  });

  it('is ready after a crash of the database during the migrations', async () => {
    const migrations = await migrationOf('select pg_advisory_xact_lock(42)');
    const service = await asOther(async (other) => {
      await other.query('select pg_advisory_lock(42)');
      const starting = await startNotes(store.url, { migrations });
      const waiting = () => other.query('select from pg_locks where not granted');
      await eventually(async () => (await waiting()).rowCount).toBe(1);
      // The tables are not there yet, which is no mistake of the request.
      expect((await starting.get('/notes')).status).toBe(503);
      await crash();
      return starting;
    });
    await store.restart();
    await eventually(service.ready).toBe(200);
  });

  it('stops at once', async () => {
    const service = await startNotes(`postgresql://test@127.0.0.1:${await freePort()}/test`);
    await eventually(() => service.logged('postgres-migration-failed')).toHaveLength(1);
    await service.stop();
    expect(service.logged('postgres-not-usable')).toEqual([]);
  });
});

describe('a service whose login the database refuses', () => {
  it.each([
    ['for a wrong password', 'test:wrong@', 'test'],
    ['as nobody knows its role', 'stranger:test@', 'test'],
    ['as there is no such database', 'test:test@', 'absent'],
  ])('responds with 503 and is not ready: %s', async (_, login, database) => {
    const service = await startNotes(`postgresql://${login}127.0.0.1:${store.port}/${database}`);
    const response = await service.get('/notes');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'notes-data-unavailable' });
    expect(await service.ready()).toBe(503);
    expect((await service.health()).states).toEqual({ cart: 'OK', 'notes-data': 'ERROR' });
  });
});

describe('a service whose database goes away', () => {
  it('responds with 503 at once, reports it in its health, and works again after the restart', async () => {
    const service = await serve();
    await crash();
    const start = performance.now();
    const response = await service.get('/notes');
    expect(performance.now() - start).toBeLessThan(1500);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'notes-data-unavailable',
      detail: 'notes-data cannot be used now.',
    });
    expect(await service.ready()).toBe(503);
    const health = await service.get('/health/status');
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject([
      { Name: 'cart', Status: 'OK' },
      { Name: 'notes-data', Status: 'ERROR' },
    ]);

    await store.restart();
    await eventually(service.ready).toBe(200);
    expect(await (await service.get('/notes')).json()).toEqual([{ text: 'milk' }]);
    expect((await service.send('POST', '/notes', { texts: ['tea'] })).status).toBe(200);
    expect((await service.get('/health/status')).status).toBe(200);
  });

  it('fails the requests in flight with 503, and serves after the restart', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const service = await serve({ held });
    const transactions = [1, 2, 3].map(() => service.get('/notes/held'));
    await eventually(() => inUse(service)).toBe(3);
    const statements = [1, 2, 3].map(() => service.get('/slow/value?seconds=4'));
    await eventually(() => inUse(service)).toBe(6);
    await crash();
    release();
    const responses = await Promise.all([...statements, ...transactions]);
    expect(responses.map(({ status }) => status)).toEqual(Array(6).fill(503));
    await store.restart();
    await eventually(service.ready).toBe(200);
    const after = await Promise.all([1, 2, 3, 4, 5, 6].map(() => service.get('/notes')));
    expect(after.map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  it('logs the loss of an idle connection, and opens another one', async () => {
    const service = await serve();
    await asOther((other) => other.query(endOtherSessions));
    await eventually(() => service.logged('postgres-connection-lost')).toMatchObject([
      { level: 'error', store: 'notes-data' },
    ]);
    expect((await service.get('/notes')).status).toBe(200);
  });

  it('responds with 503 while the database accepts no more connections', async () => {
    const service = await serve();
    await asOther(async (other) => {
      await other.query('alter database test connection limit 1');
      await other.query(endOtherSessions);
      const responses = await Promise.all([1, 2, 3, 4].map(() => service.get('/notes')));
      for (const response of responses) {
        expect(response.status).toBe(503);
        expect(response.headers.get('retry-after')).toBe('1');
        expect(await response.json()).toMatchObject({ code: 'notes-data-unavailable' });
      }
      await other.query('alter database test connection limit -1');
    });
    const after = await Promise.all([1, 2, 3, 4].map(() => service.get('/notes')));
    expect(after.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('responds with 503 while it has no right to the table', async () => {
    const service = await serve();
    await asOther((other) => other.query('revoke all on notes from current_user'));
    const response = await service.get('/notes');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'notes-data-unavailable' });
    await asOther((other) => other.query('grant all on notes to current_user'));
    expect((await service.get('/notes')).status).toBe(200);
  });

  it('fails requests before their deadline while the database is frozen, and works again afterwards', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const service = await serve({ held });
    // Two idle connections, so that nobody fails early for want of one.
    const both = [service.get('/notes/held'), service.get('/notes/held')];
    await eventually(() => inUse(service)).toBe(2);
    release();
    await Promise.all(both);

    await store.pause();
    const start = performance.now();
    const responses = await Promise.all([
      service.get('/notes'),
      service.send('POST', '/notes', { texts: ['tea'] }),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([503, 503]);
    expect(performance.now() - start).toBeLessThan(10_000);
    await store.resume();
    await eventually(service.ready).toBe(200);
    expect(await (await service.get('/notes')).json()).toEqual([{ text: 'milk' }]);
  });
});
