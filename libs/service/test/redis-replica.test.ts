import { freePort, type StoreProcess, startRedis } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceForTest } from '../src/testing';
import { eventually } from './fixture';
import { type MovingAddress, movingAddress } from './moving-address';
import { startShelf } from './shelf-service';

let primary: StoreProcess;
let replica: StoreProcess;
/** Where the replica finds its primary. */
let link: MovingAddress;
let service: ServiceForTest;

beforeEach(async () => {
  primary = await startRedis({});
  link = await movingAddress(primary);
  replica = await startRedis({ replicaOf: `redis://127.0.0.1:${link.port}` });
  service = await startShelf(primary.url, replica.url);
  await eventually(service.health).toMatchObject({ status: 200 });
  await eventuallyReadsFromReplica();
});
afterEach(async () => {
  await replica.stop();
  await primary.stop();
});

const asOperator = async <T>({ url }: StoreProcess, work: (redis: Redis) => Promise<T>) => {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};

const readsOfReplica = async (): Promise<number> => {
  const statistics = await asOperator(replica, (redis) => redis.info('commandstats'));
  return Number(/cmdstat_get:calls=(\d+)/.exec(statistics)?.[1] ?? 0);
};

const eventuallyReadsFromReplica = async (): Promise<void> => {
  const before = await readsOfReplica();
  await eventually(async () => {
    expect((await service.get('/values/milk')).status).toBe(200);
    return readsOfReplica();
  }).toBeGreaterThan(before);
};

/** Whether the primary counts a read that the service is asked for now. */
const readsFromPrimary = async (): Promise<boolean> => {
  const reads = () =>
    service.sample(
      'db_client_operation_duration_seconds_count{db_system_name="redis",db_namespace="shelf-data",db_operation_name="GET",db_collection_name="",error_type=""}',
    );
  const before = (await reads()) ?? 0;
  await service.get('/values/milk');
  return ((await reads()) ?? 0) > before;
};

/** What is written is read at once, whatever the replica has. */
const readsWhatItWrote = async (): Promise<void> => {
  for (let value = 0; value < 20; value += 1) {
    const path = `/values/value-${value}`;
    expect((await service.send('PUT', path)).status).toBe(200);
    expect(await (await service.get(path)).json(), path).toEqual({ value: 'kept' });
  }
};

const replicaGauge = (metric: string) =>
  service.sample(`${metric}{db_namespace="shelf-data-replica"}`);

const reportsTheReplica = async (state: 'OK' | 'ERROR'): Promise<void> => {
  await eventually(async () => (await service.health()).states).toEqual({
    cart: 'OK',
    'shelf-data': 'OK',
    'shelf-data-replica': state,
  });
  await eventually(() => replicaGauge('redis_replica_link_up')).toBe(state === 'OK' ? 1 : 0);
};

describe('a replica without its primary is not read, and reported', () => {
  it('after the primary was started again and the replica does not find it', async () => {
    for (const name of ['tea', 'bread']) await service.send('PUT', `/values/${name}`);
    await eventually(() => replicaGauge('redis_replica_lag_bytes')).toBe(0);
    link.moveTo({ port: await freePort() });
    await primary.restart();
    await eventually(service.ready).toBe(200);
    await readsWhatItWrote();
    await reportsTheReplica('ERROR');
    // The new primary begins to count anew: a difference that stops at 0 would look like health.
    expect(await replicaGauge('redis_replica_lag_bytes')).toBeLessThan(0);
    expect(service.logged('redis-replica-not-following').at(-1)).toMatchObject({
      level: 'error',
      store: 'shelf-data-replica',
      reason: 'its link to the primary is down',
    });

    link.moveTo(primary);
    await reportsTheReplica('OK');
    await eventuallyReadsFromReplica();
    expect(service.logged('redis-replica-following')).not.toEqual([]);
  });

  it('when the primary does not let it in any more', async () => {
    await asOperator(primary, async (redis) => {
      await redis.acl('SETUSER', 'default', '-psync', '-sync');
      await redis.client('KILL', 'TYPE', 'REPLICA');
    });
    await reportsTheReplica('ERROR');
    await readsWhatItWrote();
    await asOperator(primary, (redis) => redis.acl('SETUSER', 'default', '+psync', '+sync'));
    await reportsTheReplica('OK');
  });

  it('when it follows nobody any more', async () => {
    await asOperator(replica, (redis) => redis.replicaof('NO', 'ONE'));
    await reportsTheReplica('ERROR');
    await readsWhatItWrote();
    await asOperator(replica, (redis) => redis.replicaof('127.0.0.1', link.port));
    await reportsTheReplica('OK');
    await eventuallyReadsFromReplica();
  });

  it('when it follows another primary', async () => {
    const another = await startRedis({});
    await asOperator(replica, (redis) => redis.replicaof('127.0.0.1', another.port));
    await reportsTheReplica('ERROR');
    await readsWhatItWrote();
    await another.stop();
  });

  it('after the replica was started again, until it has its copy', async () => {
    link.moveTo({ port: await freePort() });
    await replica.restart();
    await eventually(() =>
      service.sample('redis_connected{db_namespace="shelf-data-replica"}'),
    ).toBe(1);
    await reportsTheReplica('ERROR');
    await readsWhatItWrote();
  });
});

it.each([
  ['primary', () => primary, 'shelf-data'],
  ['replica', () => replica, 'shelf-data-replica'],
] as const)(
  'a replica is not read while the user may not ask for INFO at the %s',
  async (_, server, store) => {
    await asOperator(server(), (redis) => redis.acl('SETUSER', 'default', '-info'));
    await eventually(() => service.logged('redis-rights-missing')).toMatchObject([
      { level: 'error', store, missing: 'INFO' },
    ]);
    await eventually(readsFromPrimary).toBe(true);
    await asOperator(server(), (redis) => redis.acl('SETUSER', 'default', '+info'));
    await eventuallyReadsFromReplica();
    await eventually(() => service.logged('redis-rights-given')).toMatchObject([{ store }]);
  },
);

it('a replica that is connected and does not keep up is not read', async () => {
  // Seconds: nobody is to end the connection meanwhile.
  for (const store of [primary, replica])
    await asOperator(store, (redis) => redis.config('SET', 'repl-timeout', '600'));
  link.pause();
  await eventually(async () => {
    const path = `/values/${Math.random()}`;
    await service.send('PUT', path);
    return (await service.get(path)).json();
  }).toEqual({ value: 'kept' });
  await readsWhatItWrote();
  expect(await replicaGauge('redis_replica_link_up')).toBe(1);
  link.resume();
  await eventuallyReadsFromReplica();
});
