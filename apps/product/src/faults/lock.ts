import type { Holding } from '@faultline/faults';
import type { BadStatements } from '../product-repository';

/** Between two locks, so that what waits gets its turn. */
const breathMilliseconds = 300;

/** Locks the products for so many milliseconds, again and again. */
export const lockAgainAndAgain = async (
  statements: Pick<BadStatements, 'lockTable'>,
  milliseconds: number,
  { ended, report, pause }: Holding,
): Promise<void> => {
  while (!ended.aborted) {
    await statements
      .lockTable(async () => {
        report();
        await pause(milliseconds);
      })
      // Somebody ended the transaction, which is the remedy, or it got no lock: the next one comes all the same.
      .catch(report);
    await pause(breathMilliseconds);
  }
};
