import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, traced } from '@faultline/telemetry';
import type { LedgerEntry, LedgerRepository } from './ledger-repository';
import type { PaymentMetrics } from './metrics';
import type { Settlement } from './settlement';

const pauseMilliseconds = 2000;

/** How many charges are asked for at the same time. */
const together = 20;

interface Dependencies {
  ledger: Pick<LedgerRepository, 'due' | 'unsettled'>;
  settlement: Pick<Settlement, 'ask' | 'giveUp'>;
  metrics: Pick<PaymentMetrics, 'unsettled'>;
  log: Logger;
}

/**
 * One round of settling charges whose answer was lost: by asking the provider, never by charging
 * again. Gives whether more are due.
 */
export const reconcile = async (
  { ledger, settlement, metrics, log }: Dependencies,
  limit = together,
): Promise<boolean> => {
  const settle = async (entry: LedgerEntry): Promise<void> => {
    if (await settlement.ask(entry)) return;
    if (entry.state === 'pending') await settlement.giveUp(entry);
  };

  const settleAll = async (due: LedgerEntry[]): Promise<void> => {
    const results = await Promise.allSettled(due.map(settle));
    const failures = results.filter((result) => result.status === 'rejected');
    log.info({ charges: due.length, failures: failures.length }, 'payment-reconciled');
    // They are asked for again later; the round has settled the others.
    if (failures[0]) log.error({ err: failures[0].reason }, 'payment-reconcile-failed');
  };

  const due = await ledger.due(limit);
  if (due.length > 0) await traced('payment-reconcile', () => settleAll(due));
  metrics.unsettled(await ledger.unsettled());
  return due.length === limit;
};

/** Reconciles round after round until it is stopped. */
export const startReconciler = (dependencies: Dependencies): { stop(): Promise<void> } => {
  const stopping = new AbortController();

  /** False when it is time to stop. */
  const rest = (): Promise<boolean> =>
    delay(pauseMilliseconds, true, { signal: stopping.signal, ref: false }).catch(() => false);

  // It rests first: a store that has just been opened may have no schema yet.
  const run = async (): Promise<void> => {
    while (await rest()) {
      let more = true;
      while (more && !stopping.signal.aborted)
        more = await reconcile(dependencies).catch((error: unknown) => {
          // The store is away; the charges wait for the next round.
          dependencies.log.error({ err: error }, 'payment-reconcile-failed');
          return false;
        });
    }
  };

  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
};
