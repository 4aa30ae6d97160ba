import type { CartContents } from '@faultline/contracts';
import { type RedisPair, withRedisPair } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartFixture, cartOf, newSession, startCart } from './fixture';
import { type ProductStandIn, startProductStandIn } from './product-stand-in';

let pair: RedisPair;
let product: ProductStandIn;
let service: CartFixture;

beforeAll(async () => {
  pair = await withRedisPair();
  product = await startProductStandIn();
  service = await startCart({
    REDIS_URL: pair.primary.url,
    REDIS_REPLICA_URL: pair.replica.url,
    PRODUCT_URL: product.url,
  });
});
afterAll(async () => {
  await service?.stop();
  await product?.stop();
  await pair?.stop();
});

const put = (session: string, productId: string, quantity: number) =>
  cartOf(service.put(session, productId, { quantity }));
const takeOut = (session: string, bought: CartContents) => cartOf(service.takeOut(session, bought));

describe('a cart', () => {
  it('has an id from its first item on, and keeps it while it changes', async () => {
    const session = newSession();
    expect(await cartOf(service.readFresh(session))).toEqual({ id: null, items: [] });
    const { id } = await put(session, 'mug-1', 2);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect((await put(session, 'mug-2', 1)).id).toBe(id);
    expect((await cartOf(service.remove(session, 'mug-1'))).id).toBe(id);
  });

  it('has no id after its last product is removed', async () => {
    const session = newSession();
    const { id } = await put(session, 'mug-1', 1);
    expect(await cartOf(service.remove(session, 'mug-1'))).toEqual({ id: null, items: [] });
    expect((await put(session, 'mug-1', 1)).id).not.toBe(id);
  });

  it('of an earlier version without an id gets one when it is read from the primary', async () => {
    const session = newSession();
    const redis = new Redis(pair.primary.url);
    await redis.hset(`cart:${session}`, 'mug-1', 2);
    redis.disconnect();
    const named = await cartOf(service.readFresh(session));
    expect(named.id).toMatch(/^[\w-]{22}$/);
    expect(named.items).toEqual([{ productId: 'mug-1', quantity: 2 }]);
    expect(await cartOf(service.readFresh(session))).toEqual(named);
  });

  it('is another cart after it was emptied', async () => {
    const session = newSession();
    const { id } = await put(session, 'mug-1', 1);
    await service.clear(session);
    expect((await put(session, 'mug-1', 1)).id).not.toBe(id);
  });
});

describe('removing bought items', () => {
  it('leaves the cart empty if there are no other items', async () => {
    const session = newSession();
    const bought = await put(session, 'mug-1', 2);
    expect(await takeOut(session, bought)).toEqual({ id: null, items: [] });
  });

  it('keeps items that were added during the payment', async () => {
    const session = newSession();
    await put(session, 'mug-1', 1);
    const bought = await put(session, 'mug-2', 1);
    await put(session, 'mug-1', 7);
    await put(session, 'mug-3', 2);
    const left = await takeOut(session, bought);
    expect(left.items).toEqual([
      { productId: 'mug-1', quantity: 6 },
      { productId: 'mug-3', quantity: 2 },
    ]);
    expect(left.id).toMatch(/^[\w-]{22}$/);
    expect(left.id).not.toBe(bought.id);
  });

  it('happens once, even with ten concurrent calls', async () => {
    const session = newSession();
    const bought = await put(session, 'mug-1', 2);
    await put(session, 'mug-1', 9);
    await Promise.all(Array.from({ length: 10 }, () => takeOut(session, bought)));
    const left = await cartOf(service.readFresh(session));
    expect(left.items).toEqual([{ productId: 'mug-1', quantity: 7 }]);
  });

  it('does not change a newer cart', async () => {
    const session = newSession();
    const bought = await put(session, 'mug-1', 2);
    await service.clear(session);
    const begun = await put(session, 'mug-1', 3);
    expect(await takeOut(session, bought)).toEqual(begun);
  });

  it('works for a cart of an earlier version without an id', async () => {
    const session = newSession();
    const redis = new Redis(pair.primary.url);
    await redis.hset(`cart:${session}`, 'mug-1', 2, 'mug-2', 1);
    redis.disconnect();
    const items = [{ productId: 'mug-1', quantity: 2 }];
    const left = await takeOut(session, { id: null, items });
    expect(left.items).toEqual([{ productId: 'mug-2', quantity: 1 }]);
    expect(await takeOut(session, { id: null, items: left.items })).toEqual(left);
  });
});
