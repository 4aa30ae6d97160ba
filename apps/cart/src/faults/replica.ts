import { once } from 'node:events';
import { onServer } from './connection';

/** Stands on a replica that was cut off here, with whom it followed; it goes with the next copy. */
const mark = 'cut-off-by-faultline';

/** Lets a replica that was cut off here follow its primary again; leaves any other as it is. */
export const followAgain = (replicaUrl: string): Promise<void> =>
  onServer(replicaUrl, async (redis) => {
    const [host, port] = ((await redis.get(mark)) ?? '').split(' ');
    if (host && port) await redis.replicaof(host, port);
  }).catch(() => undefined);

/** Stops the replication until it has ended; a server that follows nobody is left as it is. */
export const cutOff = async (replicaUrl: string, ended: AbortSignal): Promise<void> => {
  await onServer(replicaUrl, async (redis) => {
    const [role, host, port] = await redis.role();
    if (role !== 'slave') return;
    await redis.replicaof('NO', 'ONE');
    await redis.set(mark, `${host} ${port}`);
  });
  if (!ended.aborted) await once(ended, 'abort');
  await followAgain(replicaUrl);
};
