import { randomUUID } from 'node:crypto';
import type { Charge, ChargeRequest } from '@faultline/contracts';
import type { Database } from '@faultline/service';

/** A charge as the ledger keeps it. */
export interface LedgerEntry extends Charge {
  idempotencyKey: string;
  fingerprint: string;
}

/** How a pending charge ended. */
export type Outcome =
  | { state: 'succeeded'; providerReference: string }
  | { state: 'declined'; reason: string }
  | { state: 'failed'; reason: string };

interface NewEntry {
  key: string;
  fingerprint: string;
  /** Hashed. */
  session: string;
  request: Pick<ChargeRequest, 'total' | 'lines'>;
}

export interface LedgerRepository {
  /** Opens a pending charge for a key; `opened` is false when the key had one already. */
  open(entry: NewEntry): Promise<{ entry: LedgerEntry; opened: boolean }>;
  find(key: string): Promise<LedgerEntry | undefined>;
  /** Ends a pending charge; undefined when it was not pending any more. */
  settle(id: string, outcome: Outcome): Promise<LedgerEntry | undefined>;
  /** Makes a failed charge pending again; undefined when it was not failed. */
  reopen(id: string): Promise<LedgerEntry | undefined>;
  /** Charges that have been pending for longer than this, oldest first. */
  overdue(milliseconds: number): Promise<LedgerEntry[]>;
  findOrder(session: string, orderId: string): Promise<LedgerEntry | undefined>;
}

const columns = `
  id, order_id as "orderId", idempotency_key as "idempotencyKey", fingerprint, state, reason,
  json_build_object('amount', amount, 'currency', currency) as total, lines,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;

/** The ledger in PostgreSQL: one row a charge, unique on its idempotency key. */
export const ledgerRepository = (database: Database): LedgerRepository => {
  const one = async (text: string, values: unknown[]): Promise<LedgerEntry | undefined> =>
    (await database.query<LedgerEntry>(text, values))[0];

  const find: LedgerRepository['find'] = (key) =>
    one(`select ${columns} from charges where idempotency_key = $1`, [key]);

  return {
    find,
    open: async ({ key, fingerprint, session, request: { total, lines } }) => {
      const opened = await one(
        `insert into charges
           (id, order_id, idempotency_key, fingerprint, session, amount, currency, lines, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'pending')
         on conflict (idempotency_key) do nothing
         returning ${columns}`,
        [
          randomUUID(),
          randomUUID(),
          key,
          fingerprint,
          session,
          total.amount,
          total.currency,
          JSON.stringify(lines),
        ],
      );
      if (opened) return { entry: opened, opened: true };
      const entry = await find(key);
      if (!entry) throw new Error('a charge vanished from the ledger');
      return { entry, opened: false };
    },
    settle: (id, outcome) =>
      one(
        `update charges set state = $2, reason = $3, provider_reference = $4, updated_at = now()
         where id = $1 and state = 'pending'
         returning ${columns}`,
        [
          id,
          outcome.state,
          outcome.state === 'succeeded' ? null : outcome.reason,
          outcome.state === 'succeeded' ? outcome.providerReference : null,
        ],
      ),
    reopen: (id) =>
      one(
        `update charges set state = 'pending', reason = null, updated_at = now()
         where id = $1 and state = 'failed'
         returning ${columns}`,
        [id],
      ),
    overdue: (milliseconds) =>
      database.query<LedgerEntry>(
        `select ${columns} from charges
         where state = 'pending' and updated_at < now() - make_interval(secs => $1)
         order by updated_at limit 50`,
        [milliseconds / 1000],
      ),
    findOrder: (session, orderId) =>
      one(
        `select ${columns} from charges
         where order_id = $1 and session = $2 and state = 'succeeded'`,
        [orderId, session],
      ),
  };
};
