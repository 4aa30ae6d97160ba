import { once } from 'node:events';
import type { Holding } from '@faultline/faults';
import { onServer } from './connection';

/** A key on a replica that this module cut off, with its primary's address; the next full copy removes it. */
const mark = 'cut-off-by-faultline';

/** Reconnects a replica that this module cut off to its primary; changes no other server. */
export const followAgain = (replicaUrl: string): Promise<void> =>
  onServer(replicaUrl, async (redis) => {
    const [host, port] = ((await redis.get(mark)) ?? '').split(' ');
    if (host && port) await redis.replicaof(host, port);
  });

/** Stops the replication until the fault ends; does not change a server that is no replica. */
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
  // If the server is down now, the next instance reconnects it.
  await followAgain(replicaUrl).catch(() => undefined);
};
