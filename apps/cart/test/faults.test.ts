import { type TestFaults, testFaults } from '@faultline/faults/testing';
import { type RedisPair, withRedisPair, withRedisUser } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { followAgain } from '../src/faults/replica';
import { type CartFixture, cartOf, newSession, startCart } from './fixture';
import { type ProductStandIn, startProductStandIn } from './product-stand-in';

let pair: RedisPair;
let products: ProductStandIn;
let faults: TestFaults;

const soon = { timeout: 20_000, interval: 50 };

const switchTo: TestFaults['switchTo'] = (...fault) => faults.switchTo(...fault);

beforeAll(async () => {
  pair = await withRedisPair();
  products = await startProductStandIn();
  faults = await testFaults();
});
afterAll(async () => {
  await products?.stop();
  await pair?.stop();
  await faults?.remove();
});
beforeEach(() => switchTo());

const start = () =>
  startCart({
    REDIS_URL: pair.primary.url,
    REDIS_REPLICA_URL: pair.replica.url,
    PRODUCT_URL: products.url,
    FAULTS_FILE: faults.file,
  });

const onReplica = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(pair.replica.url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};
const roleOfReplica = () => onReplica(async (redis) => (await redis.role())[0]);

/** Whether a shopper sees what was put into the cart. */
const readsItsCart = async (cart: CartFixture): Promise<boolean> => {
  const session = newSession();
  await cartOf(cart.put(session, 'mug-1', { quantity: 1 }));
  return (await (await cart.read(session)).text()).includes('mug-1');
};

describe('a fault of cart', () => {
  it('leaves a cart full, and only while it is on', async () => {
    const cart = await start();
    const session = newSession();
    const fill = () => cartOf(cart.put(session, 'mug-1', { quantity: 1 }));
    await switchTo('cartNotCleared');
    const buy = async () => (await cart.takeOut(session, await fill())).status;
    await expect.poll(buy, soon).toBe(503);
    const full = await fill();
    await switchTo();
    const left = async () => {
      await cart.takeOut(session, full);
      return (await cart.readFresh(session)).json();
    };
    await expect.poll(left, soon).toEqual({ id: null, items: [] });
    await cart.stop();
  });

  it('makes the primary pause, and not the replica', async () => {
    const cart = await start();
    const took = async (work: () => Promise<Response>) => {
      const before = performance.now();
      expect((await work()).status).toBe(200);
      return performance.now() - before;
    };
    await switchTo('cartStoreSlow', { pause: 900 });
    await expect.poll(() => took(() => cart.clear(newSession())), soon).toBeGreaterThan(300);
    await switchTo();
    await expect.poll(() => took(() => cart.clear(newSession())), soon).toBeLessThan(300);
    await cart.stop();
  });

  it('cuts the replica off, and lets it follow again', async () => {
    const cart = await start();
    expect(await roleOfReplica()).toBe('slave');
    await switchTo('replicaStale');
    await expect.poll(roleOfReplica, soon).toBe('master');
    // The guard that would read the primary is off as well, or nobody would meet the fault.
    await expect.poll(() => readsItsCart(cart), soon).toBe(false);
    await switchTo();
    await expect.poll(roleOfReplica, soon).toBe('slave');
    await expect.poll(() => readsItsCart(cart), soon).toBe(true);
    await cart.stop();
  });

  it('is undone when its service stops', async () => {
    const cart = await start();
    await switchTo('replicaStale');
    await expect.poll(roleOfReplica, soon).toBe('master');
    await cart.stop();
    expect(await roleOfReplica()).toBe('slave');
  });

  it('is undone by the next instance if its own was killed', async () => {
    await onReplica(async (redis) => {
      const [, host, port] = await redis.role();
      await redis.replicaof('NO', 'ONE');
      await redis.set('cut-off-by-faultline', `${host} ${port}`);
    });
    const cart = await start();
    await expect.poll(roleOfReplica, soon).toBe('slave');
    await cart.stop();
  });
});

it('reports on the admin port why it could not begin', async () => {
  const store = await withRedisUser('user cart on >secret ~* +info +lpushx');
  onTestFinished(() => store.stop());
  const cart = await startCart({
    REDIS_URL: store.url,
    PRODUCT_URL: products.url,
    FAULTS_FILE: faults.file,
  });
  onTestFinished(() => cart.stop());
  const problems = async () => (await fetch(`${cart.adminUrl}/-/faults`)).text();
  await switchTo('cartStoreSlow');
  await expect.poll(problems, soon).toContain('NOPERM');
  await switchTo('replicaStale');
  await expect.poll(problems, soon).toContain('there is no replica of cart-data here');
});

it('does not change a server that it did not cut off', async () => {
  await followAgain(pair.primary.url);
  const redis = new Redis(pair.primary.url);
  expect((await redis.role())[0]).toBe('master');
  redis.disconnect();
});
