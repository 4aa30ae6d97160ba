import type { Holding } from '@faultline/faults';
import { onServer } from './connection';

const cycleMilliseconds = 2_000;

/** Pauses a Redis server for the given number of milliseconds every 2 seconds. */
export const pauseAgainAndAgain = async (
  url: string,
  milliseconds: number,
  { ended, report, pause }: Holding,
): Promise<void> => {
  while (!ended.aborted) {
    await onServer(url, async (redis) => {
      await redis.call('CLIENT', 'PAUSE', milliseconds, 'ALL');
      report();
    }).catch(report);
    await pause(cycleMilliseconds);
  }
};
