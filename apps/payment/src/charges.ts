import { type Charge, type ChargeRequest, paymentRoutes } from '@faultline/contracts';
import { problemOf } from '@faultline/service';
import { hashSession } from '@faultline/telemetry';
import { checkCard } from './card-validation';
import { cartPaid, paymentUnderWay } from './cart-conflicts';
import type { Fingerprint } from './fingerprint';
import type { LedgerEntry, LedgerRepository, Opened, Taken } from './ledger-repository';
import type { Resolution } from './resolution';
import { checkSums } from './sums';

export interface Charges {
  /**
   * Charges once per key; the charge is `pending` if its result is not known yet. 409 if a charge with another
   * key is in progress for the cart, or has paid it.
   */
  charge(session: string, key: string, request: ChargeRequest): Promise<Charge>;
  /**
   * The charge of a key, after asking the provider. If the key is new: 409 with the order if
   * another key has paid the cart, else 404. Charges nothing.
   */
  replay(session: string, key: string, request: ChargeRequest): Promise<Charge>;
  readOrder(session: string, orderId: string): Promise<Charge>;
  /** Resolves when no charge is in progress. */
  idle(): Promise<void>;
}

const keyHeader = 'idempotency-key';

/** The fields of an entry that callers may see. */
const publicPart = ({
  idempotencyKey: _key,
  fingerprint: _print,
  attempts: _attempts,
  late: _late,
  duplicate: _duplicate,
  ...charge
}: LedgerEntry): Charge => charge;

export const createCharges = (
  ledger: LedgerRepository,
  resolution: Resolution,
  fingerprint: Fingerprint,
): Charges => {
  const onTheirWay = new Map<string, Promise<LedgerEntry>>();

  /** The charge of a key that must be in the ledger. */
  const known = async (key: string): Promise<LedgerEntry> => {
    const entry = await ledger.find(key);
    if (!entry) throw new Error('a charge vanished from the ledger');
    return entry;
  };

  /** Runs one attempt per key at a time; it continues if the caller gives up. */
  const attempt = (
    key: string,
    begin: () => Promise<LedgerEntry | undefined>,
    { card }: ChargeRequest,
  ): Promise<LedgerEntry> => {
    const run = async () => {
      const begun = await begin();
      return begun ? resolution.attempt(begun, card) : known(key);
    };
    const running = onTheirWay.get(key) ?? run().finally(() => onTheirWay.delete(key));
    onTheirWay.set(key, running);
    return running;
  };

  /** Refuses a cart that another key's charge has taken, unless that charge turns out to have failed. */
  const refuseTaken = async ({ by }: Taken): Promise<void> => {
    if (by.state === 'succeeded') throw cartPaid(by);
    if (onTheirWay.has(by.idempotencyKey)) throw paymentUnderWay();
    // If the provider cannot tell, the cart stays taken.
    const ended = await resolution.ask(by).catch(() => undefined);
    if (ended?.state === 'succeeded') throw cartPaid(ended);
    if (!ended) throw paymentUnderWay();
  };

  const reopen = async (entry: LedgerEntry): Promise<LedgerEntry | undefined> => {
    const reopened = await ledger.reopen(entry);
    if (!reopened || !('by' in reopened)) return reopened;
    await refuseTaken(reopened);
    return reopen(entry);
  };

  /** Undefined if the provider does not know the charge; pending if the provider cannot tell. */
  const lookUp = async (entry: LedgerEntry): Promise<LedgerEntry | undefined> => {
    if (entry.state !== 'pending') return entry;
    const running = onTheirWay.get(entry.idempotencyKey);
    return running ?? resolution.ask(entry).catch(() => entry);
  };

  /** Like `lookUp`, also for a failed charge, which may have reached the provider after all. */
  const lookUpAll = (entry: LedgerEntry): Promise<LedgerEntry | undefined> =>
    // If the provider cannot tell, the charge stays failed.
    entry.state === 'failed' ? resolution.ask(entry).catch(() => entry) : lookUp(entry);

  /** Safe to repeat, because the provider charges at most once per key. */
  const resume = async (entry: LedgerEntry, request: ChargeRequest): Promise<LedgerEntry> => {
    const { idempotencyKey: key, id } = entry;
    if (entry.state === 'failed') return attempt(key, () => reopen(entry), request);
    return (await lookUp(entry)) ?? attempt(key, () => ledger.beginAttempt(id), request);
  };

  const sameRequest = (entry: LedgerEntry, print: string): LedgerEntry => {
    if (entry.fingerprint === print) return entry;
    const detail = 'This key was used with another request.';
    throw problemOf(paymentRoutes.charge, 'idempotency-key-reused', detail, { field: keyHeader });
  };

  const open = async (wanted: Parameters<LedgerRepository['open']>[0]): Promise<Opened> => {
    const opened = await ledger.open(wanted);
    if (!('by' in opened)) return opened;
    await refuseTaken(opened);
    return open(wanted);
  };

  return {
    charge: async (session, key, request) => {
      checkCard(request.card);
      checkSums(request);
      const print = fingerprint(session, request);
      const { entry, opened } = await open({
        key,
        fingerprint: print,
        session: hashSession(session),
        request,
      });
      if (opened) return publicPart(await attempt(key, async () => entry, request));
      return publicPart(await resume(sameRequest(entry, print), request));
    },
    replay: async (session, key, request) => {
      const entry = await ledger.find(key);
      if (!entry) {
        const paid = await ledger.paidBy(hashSession(session), request.cart);
        if (paid) throw cartPaid(paid);
        const detail = 'This key was never used.';
        throw problemOf(paymentRoutes.replay, 'unknown-key', detail, { field: keyHeader });
      }
      const same = sameRequest(entry, fingerprint(session, request));
      return publicPart((await lookUpAll(same)) ?? same);
    },
    readOrder: async (session, orderId) => {
      const entry = await ledger.findOrder(hashSession(session), orderId);
      if (entry) return publicPart(entry);
      const detail = 'There is no such order.';
      throw problemOf(paymentRoutes.readOrder, 'unknown-order', detail, { field: 'id' });
    },
    idle: async () => {
      await Promise.allSettled(onTheirWay.values());
    },
  };
};
