import { refused } from '@faultline/service/testing';
import { type RedisPair, withRedisPair } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartFixture, itemsOf, newSession, startCart } from './fixture';
import { type ProductStandIn, startProductStandIn } from './product-stand-in';

let stores: RedisPair;
let product: ProductStandIn;
let service: CartFixture;

beforeAll(async () => {
  stores = await withRedisPair();
  product = await startProductStandIn();
  service = await startCart({
    REDIS_URL: stores.primary.url,
    REDIS_REPLICA_URL: stores.replica.url,
    PRODUCT_URL: product.url,
  });
});

afterAll(async () => {
  await service?.stop();
  await product?.stop();
  await stores?.stop();
});

const soon = { timeout: 20_000, interval: 50 };

const onReplica = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(stores.replica.url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};

/** How many carts the replica has been asked for. */
const readsOfReplica = async (): Promise<number> => {
  const calls = /^cmdstat_hgetall:calls=(\d+)/m.exec(
    await onReplica((redis) => redis.info('commandstats')),
  );
  return Number(calls?.[1] ?? 0);
};

const one = [{ productId: 'mug-1', quantity: 1 }];

const filled = async (): Promise<string> => {
  const session = newSession();
  expect(await itemsOf(service.put(session, 'mug-1', { quantity: 1 }))).toEqual(one);
  return session;
};

// The tests of each group follow each other: what the cart depends on gets worse.
describe('a cart is read', () => {
  it('from the replica, or from the primary with fresh=true', async () => {
    const session = await filled();
    const before = await readsOfReplica();
    expect(await itemsOf(service.readFresh(session))).toEqual(one);
    expect(await readsOfReplica()).toBe(before);
    await expect
      .poll(async () => {
        await service.read(session);
        return readsOfReplica();
      }, soon)
      .toBeGreaterThan(before);
  });

  it('from the primary if the replica does not replicate, so that it is not read as empty', async () => {
    await onReplica((redis) => redis.replicaof('NO', 'ONE'));
    await expect.poll(async () => (await service.health()).status, soon).toBe(503);
    for (let times = 0; times < 10; times += 1) {
      const session = await filled();
      expect(await itemsOf(service.read(session))).toEqual(one);
    }
  });

  it('from the primary when the replica is gone', async () => {
    const session = await filled();
    await stores.replica.stop();
    expect(await itemsOf(service.read(session))).toEqual(one);
  });
});

describe('without a response of product nothing is written, and the response says why', () => {
  const putUnasked = async (headers = {}) => {
    const session = newSession();
    const response = await service.put(session, 'mug-1', { quantity: 1 }, headers);
    expect(await itemsOf(service.readFresh(session))).toEqual([]);
    return refused(response);
  };

  it('when product fails', async () => {
    product.behaviour = 'failing';
    expect(await putUnasked()).toMatchObject({ status: 502, code: 'product-failed' });
  });

  it('when product does not respond before the deadline', async () => {
    product.behaviour = 'silent';
    const response = await putUnasked({ 'x-request-timeout-ms': '200' });
    expect(response).toMatchObject({ status: 504, code: 'product-timeout' });
  });

  it('when product is down, while removing items still works', async () => {
    product.behaviour = 'well';
    const session = await filled();
    await product.stop();
    expect(await putUnasked()).toMatchObject({ status: 503, code: 'product-unreachable' });
    expect(await itemsOf(service.remove(session, 'mug-1'))).toEqual([]);
  });
});
