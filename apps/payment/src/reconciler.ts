import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, traced } from '@faultline/telemetry';
import type { LedgerEntry, LedgerRepository } from './ledger-repository';
import type { PaymentMetrics } from './metrics';
import type { Resolution } from './resolution';

const pauseMilliseconds = 2000;

/** How many charges are asked for at the same time. */
const together = 20;

interface Dependencies {
  ledger: Pick<LedgerRepository, 'due' | 'unresolved'>;
  resolution: Pick<Resolution, 'ask' | 'giveUp'>;
  metrics: Pick<PaymentMetrics, 'unresolved'>;
  log: Logger;
}

/**
 * One round of resolving charges whose response was lost: by asking the provider, never by charging
 * again. Gives whether more are due.
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
    // They are asked for again later; the round has resolved the others.
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
