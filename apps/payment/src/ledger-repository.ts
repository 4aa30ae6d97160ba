import { randomUUID } from 'node:crypto';
import { Charge, type ChargeRequest } from '@faultline/contracts';
import type { Database } from '@faultline/service/postgres';
import { type Static, Type } from 'typebox';
import { columns, statements } from './ledger-statements';

/** A charge as stored in the ledger. */
const LedgerEntry = Type.Object({
  ...Charge.properties,
  idempotencyKey: Type.String(),
  fingerprint: Type.String(),
  /** The number of attempts, which is also the number of the last one. */
  attempts: Type.Integer(),
  /** It succeeded after it had ended as failed or declined. */
  late: Type.Boolean(),
  /** It succeeded although another charge has paid the same cart. */
  duplicate: Type.Boolean(),
});
export type LedgerEntry = Static<typeof LedgerEntry>;

/** Charges that are still pending after a lookup; the age is in seconds, 0 if there are none. */
const Unresolved = Type.Object({ charges: Type.Integer(), oldest: Type.Number() });
type Unresolved = Static<typeof Unresolved>;

/** The provider's result of a charge that it knows. */
export type Outcome =
  | { state: 'succeeded'; providerReference: string }
  | { state: 'declined'; reason: string };

interface NewEntry {
  key: string;
  fingerprint: string;
  /** Hashed. */
  session: string;
  request: Pick<ChargeRequest, 'cart' | 'total' | 'lines'>;
}

/** The cart is taken by a charge of another key, which is pending or has paid it. */
export interface Taken {
  by: LedgerEntry;
}

export type Opened = { entry: LedgerEntry; opened: boolean };

export interface LedgerRepository {
  /** Opens a charge for a key with its first attempt; `opened` is false if the key already has a charge. */
  open(entry: NewEntry): Promise<Opened | Taken>;
  find(key: string): Promise<LedgerEntry | undefined>;
  /** The charge by which this session, hashed, paid this cart. */
  paidBy(session: string, cart: string | null): Promise<LedgerEntry | undefined>;
  /** Begins another attempt of a pending charge; undefined if it is not pending any more. */
  beginAttempt(id: string): Promise<LedgerEntry | undefined>;
  /** Makes a failed charge pending with a new attempt; undefined if it is not failed any more. */
  reopen(entry: LedgerEntry): Promise<LedgerEntry | Taken | undefined>;
  /**
   * Records that an attempt never reached the provider. The charge fails if no other attempt can still
   * reach it; undefined if the charge was not pending any more.
   */
  refuseAttempt(entry: LedgerEntry): Promise<LedgerEntry | undefined>;
  /** Records the provider's result, whatever the charge's state; undefined if it was recorded already. */
  resolve(id: string, outcome: Outcome): Promise<LedgerEntry | undefined>;
  /** Fails a pending charge that the provider does not know; undefined if there was another attempt since. */
  giveUp(entry: LedgerEntry): Promise<LedgerEntry | undefined>;
  /**
   * Charges that are due for a lookup, longest due first. Before they are returned, their next lookup is
   * scheduled with a growing delay, so that a charge that cannot be resolved never blocks others.
   */
  due(limit: number): Promise<LedgerEntry[]>;
  unresolved(): Promise<Unresolved>;
  findOrder(session: string, orderId: string): Promise<LedgerEntry | undefined>;
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

/**
 * The ledger in PostgreSQL: one row per charge, with a unique idempotency key.
 *
 * @param travelMilliseconds the maximum time from the beginning of an attempt until its request reaches the
 * provider; only after that time is it final that the provider does not know a charge
 */
export const ledgerRepository = (
  database: Database,
  travelMilliseconds: number,
): LedgerRepository => {
  const travel = travelMilliseconds / 1000;
  const one = async (text: string, values: unknown[]): Promise<LedgerEntry | undefined> =>
    (await database.rows(LedgerEntry, text, values))[0];

  const find: LedgerRepository['find'] = (key) =>
    one(`select ${columns} from charges where idempotency_key = $1`, [key]);
  const ofCart = (cart: string | null) => one(statements.ofCart, [cart]);

  const open: LedgerRepository['open'] = async (wanted) => {
    const { key, fingerprint, session, request } = wanted;
    const { cart, total, lines } = request;
    const opened = await one(statements.open, [
      randomUUID(),
      randomUUID(),
      key,
      fingerprint,
      session,
      cart,
      total.amount,
      total.currency,
      JSON.stringify(lines),
      travel,
    ]);
    if (opened) return { entry: opened, opened: true };
    const entry = await find(key);
    if (entry) return { entry, opened: false };
    const by = await ofCart(cart);
    // The charge that had taken the cart has failed meanwhile.
    return by ? { by } : open(wanted);
  };

  const resolve: LedgerRepository['resolve'] = (id, outcome) => {
    const [reason, reference] =
      outcome.state === 'succeeded' ? [null, outcome.providerReference] : [outcome.reason, null];
    const record = (duplicate: boolean) =>
      one(statements.resolve, [id, outcome.state, reason, reference, duplicate]);
    return record(false).catch((error: unknown) => {
      if (isUniqueViolation(error)) return record(true);
      throw error;
    });
  };

  return {
    open,
    find,
    paidBy: (session, cart) => one(statements.paidBy, [session, cart]),
    beginAttempt: (id) => one(statements.beginAttempt, [id, travel]),
    reopen: (entry) =>
      one(statements.reopen, [entry.id, travel]).catch(async (error: unknown) => {
        const by = isUniqueViolation(error) && (await one(statements.rivalOf, [entry.id]));
        if (by) return { by };
        throw error;
      }),
    refuseAttempt: ({ id, attempts }) => one(statements.refuseAttempt, [id, attempts]),
    resolve,
    giveUp: ({ id, attempts }) => one(statements.giveUp, [id, attempts]),
    due: (limit) => database.rows(LedgerEntry, statements.due, [limit]),
    unresolved: async () =>
      (await database.rows(Unresolved, statements.unresolved))[0] ?? { charges: 0, oldest: 0 },
    findOrder: (session, orderId) => one(statements.findOrder, [orderId, session]),
  };
};
