import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@faultline/service/postgres';
import { Client } from 'pg';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { VirtualTime } from './virtual-time';

const migrations = join(__dirname, '../../migrations');
const epoch = Date.UTC(2030, 0, 1);

export interface LedgerDatabase {
  /** The database as one schedule sees it, at that schedule's time. */
  at(time: VirtualTime): Pick<Database, 'query' | 'rows'>;
  close(): Promise<void>;
}

/**
 * A real PostgreSQL with the service's own schema, whose now() is virtual: a function of that name
 * stands before PostgreSQL's in the search path, so that every statement runs as it is.
 */
export const openLedgerDatabase = async (url: string): Promise<LedgerDatabase> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create schema virtual;
    create function virtual.now() returns timestamptz language sql stable
      as $$ select current_setting('virtual.now')::timestamptz $$;
    set search_path = virtual, pg_catalog, public;
    set synchronous_commit = off;
    select set_config('virtual.now', '2030-01-01T00:00:00Z', false)`);
  for (const file of readdirSync(migrations).sort())
    await client.query(readFileSync(join(migrations, file), 'utf8'));
  let shown = 0;
  const setClock = async (now: number): Promise<void> => {
    if (now === shown) return;
    shown = now;
    const moment = new Date(epoch + now).toISOString();
    await client.query("select set_config('virtual.now', $1, false)", [moment]);
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    at: (time) => {
      const run = (text: string, values: readonly unknown[] = []): Promise<unknown[]> => {
        const send = async (): Promise<unknown[]> => {
          await setClock(time.now());
          return (await client.query(text, [...values])).rows;
        };
        // One connection runs one statement after the other, in the order in which they came.
        const result = last.then(send, send);
        last = result.catch(() => undefined);
        return time.during(result);
      };
      return {
        query: async (text, values) => {
          await run(text, values);
        },
        rows: async (shape, text, values) => Parse(Type.Array(shape), await run(text, values)),
      };
    },
    close: () => client.end(),
  };
};
