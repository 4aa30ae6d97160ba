import type { Client } from 'pg';
import { Type } from 'typebox';
import { rowsOf } from './rows';

const Holder = Type.Object({ lock: Type.String(), pid: Type.Integer(), doing: Type.String() });

/** Locks of this database that others hold, longest first. PostgreSQL shows their queries only to some users. */
const heldByOthers = `
  select distinct
    case
      when locktype = 'relation' then 'table ' || relation::regclass
      when classid::bigint << 32 | objid::bigint = $1 then 'the advisory lock of migrations'
      else format('advisory lock with classid %s and objid %s', classid, objid)
    end as lock,
    pid,
    concat_ws(', ', nullif(application_name, ''), host(client_addr), state,
      'since ' || to_char(coalesce(xact_start, backend_start) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as doing,
    coalesce(xact_start, backend_start) as since
  from pg_locks left join pg_stat_activity using (pid)
  where granted and pid <> pg_backend_pid()
    and database = (select oid from pg_database where datname = current_database())
    -- Tables of the system have smaller numbers.
    and (locktype = 'advisory' or locktype = 'relation' and relation >= 16384)
  order by since
  limit 3`;

/** Describes the locks that others hold: object, process and query. Ends a failed transaction. */
export const lockHolders = async (store: string, client: Client): Promise<string> => {
  const { PG_MIGRATE_LOCK_ID } = await import('node-pg-migrate');
  await client.query('rollback');
  const { rows } = await client.query(heldByOthers, [PG_MIGRATE_LOCK_ID]);
  return rowsOf(store, Holder, rows)
    .map(({ lock, pid, doing }) => `${lock} by process ${pid} (${doing})`)
    .join('; ');
};
