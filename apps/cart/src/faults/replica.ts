import { once } from 'node:events';
import { onServer } from './connection';

/** Stands on a replica that was cut off here, and goes when it follows its primary again. */
const mark = 'cut-off-by-faultline';

/** Lets a replica that was cut off here follow its primary again; leaves any other as it is. */
export const followAgain = (replicaUrl: string, primaryUrl: string): Promise<void> =>
  onServer(replicaUrl, async (redis) => {
    const { hostname, port } = new URL(primaryUrl);
    if ((await redis.exists(mark)) === 1) await redis.replicaof(hostname, port || '6379');
  }).catch(() => undefined);

/** Stops the replication until it has ended. */
export const cutOff = async (
  replicaUrl: string,
  primaryUrl: string,
  ended: AbortSignal,
): Promise<void> => {
  await onServer(replicaUrl, async (redis) => {
    await redis.replicaof('NO', 'ONE');
    await redis.set(mark, 1);
  });
  if (!ended.aborted) await once(ended, 'abort');
  await followAgain(replicaUrl, primaryUrl);
};
