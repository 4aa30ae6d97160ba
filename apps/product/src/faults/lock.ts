import type { Holding } from '@faultline/faults';
import type { BadStatements } from '../product-repository';

/** The pause between two locks, in which waiting statements run. */
const breathMilliseconds = 300;

/** Repeatedly locks the products for the given milliseconds. */
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
      // Somebody ended the transaction, which is the remedy, or it got no lock. Either way, another one follows.
      .catch(report);
    await pause(breathMilliseconds);
  }
};
