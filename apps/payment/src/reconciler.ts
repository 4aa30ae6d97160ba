import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, traced } from '@faultline/telemetry';
import type { LedgerRepository } from './ledger-repository';
import type { Settlement } from './settlement';

const pause = 2000;

/** Settles charges whose answer was lost: by asking the provider, never by charging again. */
export const startReconciler = (
  ledger: LedgerRepository,
  settlement: Settlement,
  log: Logger,
  overdueMilliseconds: number,
): { stop(): Promise<void> } => {
  const stopping = new AbortController();

  const reconcile = async (): Promise<void> => {
    const overdue = await ledger.overdue(overdueMilliseconds);
    if (overdue.length === 0) return;
    await traced('payment-reconcile', async () => {
      for (const entry of overdue)
        if (!(await settlement.ask(entry)))
          await settlement.giveUp(entry, 'never-reached-provider');
    });
    log.info({ charges: overdue.length }, 'payment-reconciled');
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await reconcile().catch((error: unknown) =>
        // The store or the provider is away; the charges wait for the next round.
        log.error({ err: error }, 'payment-reconcile-failed'),
      );
      await delay(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
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
