import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, traced } from '@faultline/telemetry';
import type { LedgerEntry, LedgerRepository } from './ledger-repository';
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

  const settle = async (entry: LedgerEntry): Promise<void> => {
    if (!(await settlement.ask(entry))) await settlement.giveUp(entry, 'never-reached-provider');
  };

  /** A charge that cannot be settled now must not hold up the others. */
  const settleEach = async (overdue: LedgerEntry[]): Promise<void> => {
    const failures: unknown[] = [];
    for (const entry of overdue) {
      if (stopping.signal.aborted) return;
      await settle(entry).catch((error: unknown) => failures.push(error));
    }
    log.info({ charges: overdue.length, failures: failures.length }, 'payment-reconciled');
    if (failures.length > 0) throw failures[0];
  };

  const reconcile = async (): Promise<void> => {
    const overdue = await ledger.overdue(overdueMilliseconds);
    if (overdue.length > 0) await traced('payment-reconcile', () => settleEach(overdue));
  };

  /** False when it is time to stop. */
  const rest = (): Promise<boolean> =>
    delay(pause, true, { signal: stopping.signal, ref: false }).catch(() => false);

  // It rests first: a store that has just been opened may have no schema yet.
  const run = async (): Promise<void> => {
    while (await rest())
      await reconcile().catch((error: unknown) =>
        // The store or the provider is away; the charges wait for the next round.
        log.error({ err: error }, 'payment-reconcile-failed'),
      );
  };

  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
};
