import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, traced } from '@faultline/telemetry';
import type { LedgerEntry, LedgerRepository } from './ledger-repository';
import type { PaymentMetrics } from './metrics';
import type { Resolution } from './resolution';

const pauseMilliseconds = 2000;

/** The number of lookups at the same time. */
const together = 20;

interface Dependencies {
  ledger: Pick<LedgerRepository, 'due' | 'unresolved'>;
  resolution: Pick<Resolution, 'ask' | 'giveUp'>;
  metrics: Pick<PaymentMetrics, 'unresolved'>;
  log: Logger;
}

/**
 * Runs one round: looks up charges whose response was lost at the provider, and never charges again.
 * Returns whether more charges are due.
 */
export const reconcile = async (
  { ledger, resolution, metrics, log }: Dependencies,
  limit = together,
): Promise<boolean> => {
  const resolve = async (entry: LedgerEntry): Promise<void> => {
    if (await resolution.ask(entry)) return;
    if (entry.state === 'pending') await resolution.giveUp(entry);
  };

  const resolveAll = async (due: LedgerEntry[]): Promise<void> => {
    const results = await Promise.allSettled(due.map(resolve));
    const failures = results.filter((result) => result.status === 'rejected');
    log.info({ charges: due.length, failures: failures.length }, 'payment-reconciled');
    // Failed lookups are repeated later; the other charges of the round are resolved.
    if (failures[0]) log.error({ err: failures[0].reason }, 'payment-reconcile-failed');
  };

  const due = await ledger.due(limit);
  if (due.length > 0) await traced('payment-reconcile', () => resolveAll(due));
  metrics.unresolved(await ledger.unresolved());
  return due.length === limit;
};

/** Reconciles round after round until it is stopped. */
export const startReconciler = (dependencies: Dependencies): { stop(): Promise<void> } => {
  const stopping = new AbortController();

  /** Returns false when the reconciler is being stopped. */
  const rest = (): Promise<boolean> =>
    delay(pauseMilliseconds, true, { signal: stopping.signal, ref: false }).catch(() => false);

  // Waits first, because a store that has just been opened may have no schema yet.
  const run = async (): Promise<void> => {
    while (await rest()) {
      let more = true;
      while (more && !stopping.signal.aborted)
        more = await reconcile(dependencies).catch((error: unknown) => {
          // The store is unavailable; the charges wait for the next round.
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
