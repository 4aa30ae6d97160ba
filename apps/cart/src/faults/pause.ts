import { setTimeout as delay } from 'node:timers/promises';
import { onServer } from './connection';

const cycleMilliseconds = 2_000;

/** Pauses a Redis server for so many milliseconds of each 2 seconds. */
export const pauseAgainAndAgain = async (
  url: string,
  milliseconds: number,
  ended: AbortSignal,
): Promise<void> => {
  while (!ended.aborted) {
    await onServer(url, async (redis) => {
      await redis.call('CLIENT', 'PAUSE', milliseconds, 'ALL');
    }).catch(() => undefined);
    await delay(cycleMilliseconds, undefined, { signal: ended }).catch(() => undefined);
  }
};
