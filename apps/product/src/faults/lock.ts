import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@faultline/service';

/** Between two locks, so that what waits gets its turn. */
const breathMilliseconds = 300;

const pause = (milliseconds: number, ended: AbortSignal): Promise<unknown> =>
  delay(milliseconds, undefined, { signal: ended }).catch(() => undefined);

/** Locks the products as `alter table` does, for so many milliseconds, again and again. */
export const lockProducts = async (
  database: Database,
  milliseconds: number,
  ended: AbortSignal,
): Promise<void> => {
  while (!ended.aborted) {
    await database
      .transaction(async (transaction) => {
        await transaction.query('lock table products in access exclusive mode');
        await pause(milliseconds, ended);
      })
      // Somebody ended the transaction: that is the remedy, and the next one comes all the same.
      .catch(() => undefined);
    await pause(breathMilliseconds, ended);
  }
};
