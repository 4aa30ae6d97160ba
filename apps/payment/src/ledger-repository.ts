import { randomUUID } from 'node:crypto';
import { Charge, type ChargeRequest } from '@faultline/contracts';
import type { Database } from '@faultline/service';
import { type Static, Type } from 'typebox';
import { columns, statements } from './ledger-statements';

/** A charge as the ledger keeps it. */
const LedgerEntry = Type.Object({
  ...Charge.properties,
  idempotencyKey: Type.String(),
  fingerprint: Type.String(),
  /** How many attempts were begun: also the number of the last one. */
  attempts: Type.Integer(),
  /** It succeeded after it had ended otherwise. */
  late: Type.Boolean(),
  /** It succeeded beside another charge of the same cart. */
  duplicate: Type.Boolean(),
});
export type LedgerEntry = Static<typeof LedgerEntry>;

/** Charges that are pending although they were asked for; the age is in seconds, 0 without any. */
const Unresolved = Type.Object({ charges: Type.Integer(), oldest: Type.Number() });
type Unresolved = Static<typeof Unresolved>;

/** What a provider says of a charge that it knows. */
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

/** A charge of another key has the cart: it is pending, or it has paid it. */
export interface Taken {
  by: LedgerEntry;
}

export type Opened = { entry: LedgerEntry; opened: boolean };

export interface LedgerRepository {
  /** Opens a charge for a key with its first attempt; `opened` is false when the key had one. */
  open(entry: NewEntry): Promise<Opened | Taken>;
  find(key: string): Promise<LedgerEntry | undefined>;
  /** The charge by which this session, hashed, paid this cart. */
  paidBy(session: string, cart: string | null): Promise<LedgerEntry | undefined>;
  /** Begins another attempt at a pending charge; undefined when it is not pending any more. */
  beginAttempt(id: string): Promise<LedgerEntry | undefined>;
  /** Makes a failed charge pending with a new attempt; undefined when it is not failed any more. */
  reopen(entry: LedgerEntry): Promise<LedgerEntry | Taken | undefined>;
  /**
   * An attempt that certainly never reached the provider. The charge fails when no other attempt
   * may still do so; undefined when it was not pending any more.
   */
  refuseAttempt(entry: LedgerEntry): Promise<LedgerEntry | undefined>;
  /** Ends a charge by the provider's word, whatever was thought of it; undefined: known already. */
  resolve(id: string, outcome: Outcome): Promise<LedgerEntry | undefined>;
  /** Ends a pending charge of which the provider knew nothing; undefined: it was attempted since. */
  giveUp(entry: LedgerEntry): Promise<LedgerEntry | undefined>;
  /**
   * Charges whose time to be asked for has come, longest due first. Each is put off before it is
   * returned, for longer each time, so that one that cannot be resolved never stands before others.
   */
  due(limit: number): Promise<LedgerEntry[]>;
  unresolved(): Promise<Unresolved>;
  findOrder(session: string, orderId: string): Promise<LedgerEntry | undefined>;
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

/**
 * The ledger in PostgreSQL: one row a charge, unique on its idempotency key.
 *
 * @param travelMilliseconds how long a request may be on its way to the provider after its attempt
 * was begun; only then is the provider's word that it knows nothing of a charge final
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
    // Whoever had the cart has failed meanwhile: it is free again.
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
