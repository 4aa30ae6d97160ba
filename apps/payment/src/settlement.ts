import type { Card } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import type { Logger } from '@faultline/telemetry';
import type { LedgerEntry, LedgerRepository, Outcome } from './ledger-repository';
import type { PaymentMetrics } from './metrics';
import type { ProviderClient } from './provider-client';

/** Brings a pending charge to its end, or leaves it pending when nobody can know yet. */
export interface Settlement {
  /** Sends the charge to the provider. */
  attempt(entry: LedgerEntry, card: Card): Promise<LedgerEntry>;
  /** Asks the provider what became of it; undefined when it has never seen it. */
  ask(entry: LedgerEntry): Promise<LedgerEntry | undefined>;
  /** Ends it as failed: it certainly never reached the provider. */
  giveUp(entry: LedgerEntry, reason: string): Promise<LedgerEntry>;
}

const neverReached = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'payment-provider-unreachable';

export const settlement = (
  ledger: LedgerRepository,
  provider: ProviderClient,
  metrics: PaymentMetrics,
  log: Logger,
): Settlement => {
  const report = ({ id, total, state, reason }: LedgerEntry): void => {
    const fields = { chargeId: id, amount: total.amount, reason };
    if (state === 'succeeded') log.info(fields, 'payment-charge-succeeded');
    else if (state === 'declined') log.info(fields, 'payment-charge-declined');
    else log.info(fields, 'payment-charge-failed');
  };

  const settle = async (entry: LedgerEntry, outcome: Outcome): Promise<LedgerEntry> => {
    const settled = await ledger.settle(entry.id, outcome);
    // Somebody else was first, with the same answer of the same provider.
    if (!settled) return (await ledger.find(entry.idempotencyKey)) ?? entry;
    metrics.settled(outcome.state, settled.reason ?? 'none', settled.total);
    report(settled);
    return settled;
  };

  const giveUp: Settlement['giveUp'] = (entry, reason) =>
    settle(entry, { state: 'failed', reason });

  return {
    giveUp,
    attempt: async (entry, card) => {
      try {
        return await settle(entry, await provider.charge(entry.idempotencyKey, entry.total, card));
      } catch (error) {
        if (neverReached(error)) {
          log.error({ chargeId: entry.id, err: error }, 'payment-charge-provider-unreachable');
          return giveUp(entry, 'provider-unreachable');
        }
        log.error({ chargeId: entry.id, err: error }, 'payment-charge-answer-lost');
        return entry;
      }
    },
    ask: async (entry) => {
      const outcome = await provider.find(entry.idempotencyKey);
      return outcome && settle(entry, outcome);
    },
  };
};
