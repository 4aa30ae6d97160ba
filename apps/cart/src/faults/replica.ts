import { once } from 'node:events';
import type { Holding } from '@faultline/faults';
import { onServer } from './connection';

/** Stands on a replica that was cut off here, with whom it followed; it goes with the next copy. */
const mark = 'cut-off-by-faultline';

/** Lets a replica that was cut off here follow its primary again; leaves any other as it is. */
export const followAgain = (replicaUrl: string): Promise<void> =>
  onServer(replicaUrl, async (redis) => {
    const [host, port] = ((await redis.get(mark)) ?? '').split(' ');
    if (host && port) await redis.replicaof(host, port);
  });

/** Stops the replication until it has ended; a server that follows nobody is left as it is. */
export const cutOff = async (replicaUrl: string, { ended, report }: Holding): Promise<void> => {
  await onServer(replicaUrl, async (redis) => {
    const [role, host, port] = await redis.role();
    if (role !== 'slave') {
      report((await redis.get(mark)) ? undefined : 'the server is no replica');
      return;
    }
    await redis.replicaof('NO', 'ONE');
    await redis.set(mark, `${host} ${port}`);
    report();
  });
  if (!ended.aborted) await once(ended, 'abort');
  // A server that is away now is put right by the next instance.
  await followAgain(replicaUrl).catch(() => undefined);
};
