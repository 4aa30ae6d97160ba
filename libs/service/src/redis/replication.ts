import type { Metrics } from '@faultline/telemetry';
import type { Redis } from 'ioredis';

const offsetPattern = /^master_repl_offset:(\d+)/m;

/** How many bytes of changes a server has seen; undefined while it cannot say. */
const offsetOf = async (redis: Redis): Promise<number | undefined> => {
  if (redis.status !== 'ready') return undefined;
  const [, offset] = offsetPattern.exec(await redis.info('replication').catch(() => '')) ?? [];
  return offset === undefined ? undefined : Number(offset);
};

/**
 * Reports at each scrape how far a replica is behind. A replica that follows nobody any more keeps
 * its offset while the primary's grows, so this tells of that too.
 */
export const reportReplication = (
  metrics: Pick<Metrics, 'gauge'>,
  name: string,
  primary: Redis,
  replica: Redis,
): void =>
  metrics.gauge(
    'redis_replica_lag_bytes',
    'Bytes of changes that the primary has seen and the replica has not',
    ['db_namespace'],
    async (report) => {
      const [ahead, behind] = await Promise.all([offsetOf(primary), offsetOf(replica)]);
      if (ahead !== undefined && behind !== undefined)
        report({ db_namespace: `${name}-replica` }, Math.max(0, ahead - behind));
    },
  );
