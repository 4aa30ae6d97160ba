import {
  BlockedSession,
  type PostgresDetail,
  PostgresStatement,
} from '@faultline/contracts/console';
import { Client } from 'pg';
import { type Static, type TObject, Type } from 'typebox';
import { Parse } from 'typebox/value';

const patienceMilliseconds = 1_500;

/** How long a text of SQL may be that is shown. */
const shown = 500;

const Count = Type.Object({ state: Type.String(), count: Type.Integer() });
const Setting = Type.Object({ max: Type.Integer() });
const Memory = Type.Object({
  sharedBuffers: Type.Number(),
  size: Type.Number(),
  hitShare: Type.Union([Type.Number(), Type.Null()]),
});
const noMemory: Static<typeof Memory> = { sharedBuffers: 0, size: 0, hitShare: null };
const Replica = Type.Object({ name: Type.String(), lagBytes: Type.Number(), state: Type.String() });
const connections = `
  select coalesce(state, 'unknown') as state, count(*)::int as count
  from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
  group by 1 order by 2 desc`;

const limit = `select setting::int as max from pg_settings where name = 'max_connections'`;

const memory = `
  select pg_size_bytes(current_setting('shared_buffers'))::float as "sharedBuffers",
         pg_database_size(datname)::float as size,
         (blks_hit / nullif(blks_hit + blks_read, 0)::float) as "hitShare"
  from pg_stat_database where datname = current_database()`;

// Those that copy a backup, or that this account may not see, have no position.
const replicas = `
  select coalesce(nullif(application_name, ''), client_addr::text, pid::text) as name, state,
         greatest(0, pg_wal_lsn_diff(
           case when pg_is_in_recovery() then pg_last_wal_receive_lsn() else pg_current_wal_lsn() end,
           replay_lsn))::float as "lagBytes"
  from pg_stat_replication where replay_lsn is not null order by 1`;

const hasStatements = `select count(*)::int as count, 'there' as state from pg_extension where extname = 'pg_stat_statements'`;

const statements = `
  select left(query, ${shown}) as statement, calls::int as calls,
         mean_exec_time as mean, total_exec_time as total
  from pg_stat_statements s join pg_database d on d.oid = s.dbid and d.datname = current_database()
  order by total_exec_time desc limit 15`;

const locks = `
  select waiting.pid, coalesce(waiting.usename, '') as user, left(waiting.query, ${shown}) as statement,
         extract(epoch from now() - waiting.query_start)::float * 1000 as waiting,
         blocker.pid as "blockedBy", coalesce(blocker.usename, '') as "blockerUser",
         left(blocker.query, ${shown}) as "blockerStatement", coalesce(blocker.state, '') as "blockerState"
  from pg_stat_activity waiting
  cross join lateral unnest(pg_blocking_pids(waiting.pid)) as blocking(pid)
  join pg_stat_activity blocker on blocker.pid = blocking.pid
  where waiting.wait_event_type = 'Lock' order by waiting.query_start limit 50`;

/** What a PostgreSQL server says of itself, over a connection of its own. Rejects when it cannot be asked. */
export const postgresDetail = async (url: string): Promise<PostgresDetail> => {
  const client = new Client({
    connectionString: url,
    application_name: 'faultline-console',
    connectionTimeoutMillis: patienceMilliseconds,
    statement_timeout: patienceMilliseconds,
    query_timeout: patienceMilliseconds,
  });
  // Without a listener, a connection that is lost would end the process.
  client.on('error', () => undefined);
  const rows = async <Row extends TObject>(row: Row, sql: string): Promise<Static<Row>[]> =>
    Parse(Type.Array(row), (await client.query(sql)).rows);
  try {
    await client.connect();
    const [found] = await rows(Count, hasStatements);
    const [{ hitShare, ...sizes } = noMemory] = await rows(Memory, memory);
    return {
      engine: 'postgresql',
      ...sizes,
      ...(hitShare !== null && { hitShare }),
      replicas: await rows(Replica, replicas),
      connections: await rows(Count, connections),
      maxConnections: (await rows(Setting, limit))[0]?.max ?? 0,
      statements: found && found.count > 0 ? await rows(PostgresStatement, statements) : [],
      locks: await rows(BlockedSession, locks),
    };
  } finally {
    await client.end().catch(() => undefined);
  }
};
