import { type Store, withPostgres } from '@faultline/stores';
import { createLogger } from '@faultline/telemetry';
import { PG_MIGRATE_LOCK_ID } from 'node-pg-migrate';
import { Client } from 'pg';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../src/postgres/migrate';
import { eventually } from './fixture';
import { movingAddress } from './moving-address';
import { migrationOf, startNotes } from './notes-service';

let store: Store;
let other: Client;

beforeAll(async () => {
  store = await withPostgres();
});
afterAll(() => store.stop());
beforeEach(async () => {
  other = new Client({ connectionString: store.url, application_name: 'somebody' });
  await other.connect();
  await other.query('drop table if exists notes, migrations');
  onTestFinished(() => other.end());
});

const Failed = Type.Object({
  msg: Type.Literal('postgres-migration-failed'),
  reason: Type.String(),
});

/** Migrates with limits of a test, until it is done or the test ends; answers with why it failed. */
const migrating = (url: string, directory: string): { reasons: string[]; done: Promise<void> } => {
  const reasons: string[] = [];
  const destination = {
    write: (line: string) => {
      const logged: unknown = JSON.parse(line);
      if (Check(Failed, logged)) reasons.push(logged.reason);
    },
  };
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const done = migrate({
    name: 'notes-data',
    url,
    directory,
    afterwards: async () => undefined,
    log: createLogger({ service: 'notes', version: '1.0.0', level: 'info', destination }),
    signal: ended.signal,
    limits: { statement: 1000, lock: 200 },
  });
  // A test may end before it is done.
  done.catch(() => undefined);
  return { reasons, done };
};

describe('a migration that waits for a lock of another process', () => {
  it('names the lock of migrations and its holder, and continues when it is free', async () => {
    await other.query('select pg_advisory_lock($1)', [PG_MIGRATE_LOCK_ID]);
    const service = await startNotes(store.url);
    const named =
      /the advisory lock of migrations by process \d+ \(somebody, [\d.]+, idle, since 20/;
    await eventually(() => service.logged('postgres-migration-failed')).toContainEqual(
      expect.objectContaining({ reason: expect.stringMatching(named) }),
    );
    expect(await service.ready()).toBe(503);
    await other.query('select pg_advisory_unlock($1)', [PG_MIGRATE_LOCK_ID]);
    await eventually(service.ready).toBe(200);
  });

  it('stops waiting for a table, names the holder of its lock, and continues when it is free', async () => {
    await other.query('create table notes (text text)');
    await other.query('begin');
    await other.query('select from notes');
    const directory = await migrationOf('alter table notes add column more text;');
    const { reasons, done } = migrating(store.url, directory);
    await eventually(() => reasons).toContainEqual(
      expect.stringMatching(/table notes by process \d+ \(somebody, .*idle in transaction, since/),
    );
    await other.query('commit');
    await done;
  });

  it('is tried again if the server stops responding meanwhile', async () => {
    const address = await movingAddress({ port: Number(new URL(store.url).port) });
    const url = new URL(store.url);
    url.port = String(address.port);
    await other.query('select pg_advisory_lock(42)');
    const directory = await migrationOf('select pg_advisory_xact_lock(42);');
    const { reasons, done } = migrating(url.href, directory);
    await eventually(async () => {
      const { rows } = await other.query(
        "select 1 from pg_locks where locktype = 'advisory' and not granted",
      );
      return rows.length;
    }).toBe(1);
    address.pause();
    await eventually(() => reasons).toContain('Query read timeout');
    await other.query('select pg_advisory_unlock(42)');
    await done;
  });
});
