import type { Charge, ChargeRequest } from '@faultline/contracts';
import { conflict, notFound } from '@faultline/service';
import { hashSession } from '@faultline/telemetry';
import { checkCard } from './card-validation';
import type { Fingerprint } from './fingerprint';
import type { LedgerEntry, LedgerRepository } from './ledger-repository';
import type { Settlement } from './settlement';

type Payer = Pick<ChargeRequest, 'email' | 'card'>;

export interface Charges {
  /** Charges once for each key; the charge is `pending` when its end is not known. */
  charge(session: string, key: string, request: ChargeRequest): Promise<Charge>;
  /** The charge of a key, brought to its end; 404 when the key is new. */
  replay(session: string, key: string, payer: Payer): Promise<Charge>;
  readOrder(session: string, orderId: string): Promise<Charge>;
  /** Resolves when no charge is on its way any more. */
  idle(): Promise<void>;
}

/** What callers see of an entry. */
const publicPart = ({
  idempotencyKey: _key,
  fingerprint: _print,
  ...charge
}: LedgerEntry): Charge => charge;

export const createCharges = (
  ledger: LedgerRepository,
  settlement: Settlement,
  fingerprint: Fingerprint,
): Charges => {
  const onTheirWay = new Map<string, Promise<LedgerEntry>>();

  /** One attempt a key at a time; it goes on when the caller has given up. */
  const attempt = (entry: LedgerEntry, payer: Payer): Promise<LedgerEntry> => {
    const running = onTheirWay.get(entry.idempotencyKey);
    if (running) return running;
    const started = settlement
      .attempt(entry, payer.card)
      .finally(() => onTheirWay.delete(entry.idempotencyKey));
    onTheirWay.set(entry.idempotencyKey, started);
    return started;
  };

  const resume = async (entry: LedgerEntry, payer: Payer): Promise<LedgerEntry> => {
    if (entry.state === 'failed') return attempt((await ledger.reopen(entry.id)) ?? entry, payer);
    if (entry.state !== 'pending') return entry;
    const running = onTheirWay.get(entry.idempotencyKey);
    // The provider knows the key or it does not; either way it charges at most once for it.
    return running ?? (await settlement.ask(entry)) ?? attempt(entry, payer);
  };

  const sameRequest = (entry: LedgerEntry, print: string): LedgerEntry => {
    if (entry.fingerprint === print) return entry;
    throw conflict(
      'idempotency-key-reused',
      'idempotency-key',
      'This key was used with another request.',
    );
  };

  return {
    charge: async (session, key, request) => {
      checkCard(request.card);
      const print = fingerprint(session, request);
      const { entry, opened } = await ledger.open({
        key,
        fingerprint: print,
        session: hashSession(session),
        request,
      });
      const known = sameRequest(entry, print);
      return publicPart(await (opened ? attempt(known, request) : resume(known, request)));
    },
    replay: async (session, key, payer) => {
      const entry = await ledger.find(key);
      if (!entry) throw notFound('unknown-key', 'idempotency-key', 'This key was never used.');
      return publicPart(await resume(sameRequest(entry, fingerprint(session, payer)), payer));
    },
    readOrder: async (session, orderId) => {
      const entry = await ledger.findOrder(hashSession(session), orderId);
      if (!entry) throw notFound('unknown-order', 'id', 'There is no such order.');
      return publicPart(entry);
    },
    idle: async () => {
      await Promise.allSettled(onTheirWay.values());
    },
  };
};
