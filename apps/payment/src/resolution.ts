import type { Card } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import type { Logger } from '@faultline/telemetry';
import type { LedgerEntry, LedgerRepository, Outcome } from './ledger-repository';
import type { PaymentMetrics } from './metrics';
import type { ProviderClient } from './provider-client';

/** Resolves a charge, or leaves it pending if its result is not known yet. */
export interface Resolution {
  /** Sends the last attempt of the charge to the provider. */
  attempt(entry: LedgerEntry, card: Card): Promise<LedgerEntry>;
  /** Asks the provider for the result of the charge; undefined if the provider does not know it. */
  ask(entry: LedgerEntry): Promise<LedgerEntry | undefined>;
  /** Fails a charge that the provider does not know and that has no attempt in flight. */
  giveUp(entry: LedgerEntry): Promise<LedgerEntry>;
}

const neverReached = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'payment-provider-unreachable';

export const resolution = (
  ledger: LedgerRepository,
  provider: ProviderClient,
  metrics: PaymentMetrics,
  log: Logger,
): Resolution => {
  const report = ({ id, total, state, reason, late, duplicate }: LedgerEntry): void => {
    const fields = { chargeId: id, amount: total.amount, reason };
    if (state === 'succeeded') log.info(fields, 'payment-charge-succeeded');
    else if (state === 'declined') log.info(fields, 'payment-charge-declined');
    else log.info(fields, 'payment-charge-failed');
    if (state !== 'succeeded' || !late) return;
    metrics.succeededLate();
    log.error({ chargeId: id, amount: total.amount, duplicate }, 'payment-charge-succeeded-late');
  };

  /** Logs and counts the recorded result; without one, another instance has recorded and counted it. */
  const told = async (entry: LedgerEntry, ended: LedgerEntry | undefined): Promise<LedgerEntry> => {
    if (!ended) return (await ledger.find(entry.idempotencyKey)) ?? entry;
    if (ended.state === 'pending') return ended;
    metrics.resolved(ended.state, ended.reason ?? 'none', ended.total);
    report(ended);
    return ended;
  };

  const resolve = async (entry: LedgerEntry, outcome: Outcome): Promise<LedgerEntry> =>
    told(entry, await ledger.resolve(entry.id, outcome));

  return {
    giveUp: async (entry) => told(entry, await ledger.giveUp(entry)),
    attempt: async (entry, card) => {
      let outcome: Outcome;
      try {
        outcome = await provider.charge(entry.idempotencyKey, entry.total, card);
      } catch (error) {
        if (neverReached(error)) {
          log.error({ chargeId: entry.id, err: error }, 'payment-charge-provider-unreachable');
          return told(entry, await ledger.refuseAttempt(entry));
        }
        log.error({ chargeId: entry.id, err: error }, 'payment-charge-answer-lost');
        return entry;
      }
      return resolve(entry, outcome);
    },
    ask: async (entry) => {
      const outcome = await provider.find(entry.idempotencyKey);
      return outcome && resolve(entry, outcome);
    },
  };
};
