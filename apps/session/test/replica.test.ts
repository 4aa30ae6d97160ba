import { refused } from '@faultline/service/testing';
import { type RedisPair, type Store, withRedisPair } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SessionFixture, startSession } from './fixture';

let stores: RedisPair;
let service: SessionFixture;

beforeAll(async () => {
  stores = await withRedisPair();
  service = await startSession({
    REDIS_URL: stores.primary.url,
    REDIS_REPLICA_URL: stores.replica.url,
  });
});

afterAll(async () => {
  await service?.stop();
  await stores?.stop();
});

const unavailable = { status: 503, code: 'session-data-unavailable' };
const soon = { timeout: 20_000, interval: 50 };

const onReplica = async (work: (redis: Redis) => Promise<void>): Promise<void> => {
  const redis = new Redis(stores.replica.url);
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
};

/** How many GET commands a Redis has served. */
const readsFrom = async ({ url }: Store): Promise<number> => {
  const redis = new Redis(url);
  try {
    const calls = /^cmdstat_get:calls=(\d+)/m.exec(await redis.info('commandstats'));
    return Number(calls?.[1] ?? 0);
  } finally {
    redis.disconnect();
  }
};

// The tests follow each other: the replica gets worse, at last the primary is gone, too.
describe('a session is found', () => {
  it('on the replica, or on the primary if the replica does not have it', async () => {
    const session = await service.created();
    const before = await readsFrom(stores.replica);
    await expect
      .poll(async () => {
        await service.read(session.id);
        return readsFrom(stores.replica);
      }, soon)
      .toBeGreaterThan(before);

    await onReplica(async (redis) => {
      await redis.config('SET', 'replica-read-only', 'no');
      await redis.del(`session:${session.id}`);
      await redis.config('SET', 'replica-read-only', 'yes');
    });
    const readFromPrimary = await readsFrom(stores.primary);
    expect(await (await service.read(session.id)).json()).toEqual(session);
    expect(await readsFrom(stores.primary)).toBe(readFromPrimary + 1);
  });

  it('on the primary when the replica hangs', async () => {
    const session = await service.created();
    await stores.replica.pause();
    try {
      expect(await (await service.read(session.id)).json()).toEqual(session);
    } finally {
      await stores.replica.resume();
    }
  });

  it('on the primary when the replica is gone, which the health report shows', async () => {
    const session = await service.created();
    await stores.replica.stop();
    expect(await (await service.read(session.id)).json()).toEqual(session);
    expect(await service.health()).toEqual({
      status: 503,
      states: { session: 'OK', 'session-data': 'OK', 'session-data-replica': 'ERROR' },
    });
    expect(await service.ready()).toBe(200);
  });

  it('nowhere if the primary is down, and the response says so', async () => {
    const { id } = await service.created();
    await stores.primary.stop();
    for (const response of [await service.read(id), await service.create()]) {
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await refused(response)).toMatchObject(unavailable);
    }
  });
});
