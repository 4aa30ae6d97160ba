import type { Holding } from '@faultline/faults';
import { Client } from 'pg';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';

/** More connections than any of our servers accepts. */
const maxConnections = 1_000;
/** Pauses between two rounds, in milliseconds; short after a connection was freed, to take it before others. */
const pauseMilliseconds = { calm: 100, contested: 5 };

/** Ends the other connections of the same user. */
const endOthers = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where usename = current_user and pid <> all ($1::integer[])`;

const Backends = Type.Tuple([Type.Object({ pid: Type.Integer() })]);

/** PostgreSQL's too_many_connections. */
const isExhausted = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '53300';

/**
 * Takes all connections of the server, including those of others, and keeps them idle until the fault
 * ends. Then it closes them.
 */
export const holdConnections = async (
  url: string,
  { ended, report, pause }: Holding,
): Promise<void> => {
  const held = new Map<number, Client>();

  /** Tries to open a connection and returns whether it could. The fault is in effect if it could, or if none was left. */
  const takeOne = async (): Promise<boolean> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query('select pg_backend_pid() as pid');
      const [{ pid }] = Parse(Backends, rows);
      held.set(pid, client);
      client.once('end', () => held.delete(pid));
      return true;
    } catch (error) {
      // The expected error: no connection is left.
      report(held.size > 0 || isExhausted(error) ? undefined : error);
      return false;
    }
  };

  try {
    while (!ended.aborted) {
      while (!ended.aborted && held.size < maxConnections && (await takeOne()));
      const [any] = held.values();
      // A lost connection is opened again in the next round.
      const others = await any?.query(endOthers, [[...held.keys()]]).catch(() => undefined);
      await pause(others?.rowCount ? pauseMilliseconds.contested : pauseMilliseconds.calm);
    }
  } finally {
    await Promise.all([...held.values()].map((client) => client.end().catch(() => undefined)));
  }
};
