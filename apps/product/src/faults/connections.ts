import type { Holding } from '@faultline/faults';
import { Client } from 'pg';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';

/** Far more than any server here gives out. */
const maxConnections = 1_000;
/** Between two looks at who has connections; short after somebody lost one, to be there first. */
const pauseMilliseconds = { calm: 100, contested: 5 };

/** Ends the connections of the same user that are not ours. */
const endOthers = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where usename = current_user and pid <> all ($1::integer[])`;

const Backends = Type.Tuple([Type.Object({ pid: Type.Integer() })]);

/** PostgreSQL's too_many_connections. */
const isExhausted = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '53300';

/**
 * Takes every connection that the server gives out and those that others hold, and does nothing with
 * them, until it has ended: then all of them are free again.
 */
export const holdConnections = async (
  url: string,
  { ended, report, pause }: Holding,
): Promise<void> => {
  const held = new Map<number, Client>();

  /** Resolves with whether the server gave another one. It has taken hold where there is one or none was left. */
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
      // That it has none left is what we want.
      report(held.size > 0 || isExhausted(error) ? undefined : error);
      return false;
    }
  };

  try {
    while (!ended.aborted) {
      while (!ended.aborted && held.size < maxConnections && (await takeOne()));
      const [any] = held.values();
      // One that is lost is taken again in the next round.
      const others = await any?.query(endOthers, [[...held.keys()]]).catch(() => undefined);
      await pause(others?.rowCount ? pauseMilliseconds.contested : pauseMilliseconds.calm);
    }
  } finally {
    await Promise.all([...held.values()].map((client) => client.end().catch(() => undefined)));
  }
};
