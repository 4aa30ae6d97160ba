import { refused } from '@faultline/service/testing';
import { type RedisPair, withRedisPair } from '@faultline/stores';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CartFixture, itemsOf, newSession, startCart } from './fixture';
import { type ProductStandIn, startProductStandIn } from './product-stand-in';

const lifetime = 1000;

let pair: RedisPair;
let redis: Redis;
let product: ProductStandIn;
let service: CartFixture;

beforeAll(async () => {
  pair = await withRedisPair();
  redis = new Redis(pair.primary.url);
  product = await startProductStandIn();
  service = await startCart({
    REDIS_URL: pair.primary.url,
    REDIS_REPLICA_URL: pair.replica.url,
    PRODUCT_URL: product.url,
    CART_TTL_SECONDS: String(lifetime),
  });
});

afterAll(async () => {
  await service?.stop();
  await product?.stop();
  redis?.disconnect();
  await pair?.stop();
});

describe('a cart', () => {
  it('is empty at first', async () => {
    expect(await itemsOf(service.read(newSession()))).toEqual([]);
  });

  it('takes a product, another quantity of it, and a second product', async () => {
    const session = newSession();
    expect(await itemsOf(service.put(session, 'mug-1', { quantity: 2 }))).toEqual([
      { productId: 'mug-1', quantity: 2 },
    ]);
    expect(await itemsOf(service.put(session, 'mug-1', { quantity: 5 }))).toEqual([
      { productId: 'mug-1', quantity: 5 },
    ]);
    const both = [
      { productId: 'mug-1', quantity: 5 },
      { productId: 'mug-2', quantity: 1 },
    ];
    expect(await itemsOf(service.put(session, 'mug-2', { quantity: 1 }))).toEqual(both);
    expect(await itemsOf(service.readFresh(session))).toEqual(both);
    await vi.waitFor(
      async () => expect(await itemsOf(service.read(session))).toEqual(both),
      10_000,
    );
  });

  it('removes only the given product', async () => {
    const session = newSession();
    await service.put(session, 'mug-1', { quantity: 1 });
    await service.put(session, 'mug-2', { quantity: 2 });
    const left = [{ productId: 'mug-2', quantity: 2 }];
    expect(await itemsOf(service.remove(session, 'mug-1'))).toEqual(left);
    expect(await itemsOf(service.remove(session, 'mug-1'))).toEqual(left);
  });

  it('can be emptied, even if it is empty already', async () => {
    const session = newSession();
    await service.put(session, 'mug-1', { quantity: 1 });
    expect(await itemsOf(service.clear(session))).toEqual([]);
    expect(await itemsOf(service.readFresh(session))).toEqual([]);
    expect(await itemsOf(service.clear(session))).toEqual([]);
  });

  it('belongs to one session', async () => {
    const [mine, yours] = [newSession(), newSession()];
    await service.put(mine, 'mug-1', { quantity: 1 });
    await service.put(yours, 'mug-2', { quantity: 2 });
    await service.clear(mine);
    expect(await itemsOf(service.readFresh(mine))).toEqual([]);
    expect(await itemsOf(service.readFresh(yours))).toEqual([{ productId: 'mug-2', quantity: 2 }]);
  });

  it('keeps all products that are added concurrently', async () => {
    const session = newSession();
    const ids = Array.from({ length: 10 }, (_, index) => `mug-${index}`);
    await Promise.all(ids.map((id) => service.put(session, id, { quantity: 3 })));
    const kept = await itemsOf(service.readFresh(session));
    expect(kept.map(({ productId }) => productId).sort()).toEqual(ids);
  });

  it('holds 50 different products and refuses one more', async () => {
    const session = newSession();
    for (let index = 1; index <= 50; index += 1)
      await service.put(session, `mug-${index}`, { quantity: 1 });
    expect(await refused(service.put(session, 'mug-51', { quantity: 1 }))).toEqual({
      status: 422,
      code: 'cart-full',
      fields: ['productId'],
    });
    const kept = await itemsOf(service.put(session, 'mug-50', { quantity: 7 }));
    expect(kept).toHaveLength(50);
    expect(kept).toContainEqual({ productId: 'mug-50', quantity: 7 });
    expect(kept.map(({ productId }) => productId)).not.toContain('mug-51');
  });

  it('loses nothing if it is full and concurrent additions are refused', async () => {
    const session = newSession();
    const ids = Array.from({ length: 50 }, (_, index) => `mug-${index + 10}`);
    for (const id of ids) await service.put(session, id, { quantity: 1 });
    const others = ids.slice(0, 10).map((id) => service.put(session, `${id}0`, { quantity: 1 }));
    const changes = ids.slice(0, 10).map((id) => service.put(session, id, { quantity: 2 }));
    const statuses = (await Promise.all([...others, ...changes])).map(({ status }) => status);
    expect(statuses).toEqual([...others.map(() => 422), ...changes.map(() => 200)]);
    const kept = await itemsOf(service.readFresh(session));
    expect(kept.map(({ productId }) => productId).sort()).toEqual(ids.sort());
  });

  it('never shows its session in log lines', async () => {
    const session = newSession();
    const requestId = 'a-request-of-this-test';
    await service.put(session, 'mug-1', { quantity: 1 }, { 'x-request-id': requestId });
    await vi.waitFor(() => expect(service.log()).toContain(requestId), 10_000);
    expect(service.log()).not.toContain(session);
  });
});

describe('a quantity', () => {
  it.each([1, 99])('may be %d', async (quantity) => {
    expect(await itemsOf(service.put(newSession(), 'mug-1', { quantity }))).toEqual([
      { productId: 'mug-1', quantity },
    ]);
  });

  it.each([0, -1, 100, 1e12, 1.5, '3', true, null, [1], undefined])(
    'may not be %j, and the cart stays as it was',
    async (quantity) => {
      const session = newSession();
      const response = service.put(session, 'mug-1', { quantity });
      expect(await refused(response)).toMatchObject({ status: 400, fields: ['quantity'] });
      expect(await itemsOf(service.readFresh(session))).toEqual([]);
    },
  );

  it('is the only accepted field: a price is refused', async () => {
    const response = service.put(newSession(), 'mug-1', { quantity: 1, price: 1 });
    expect(await refused(response)).toMatchObject({ status: 400, fields: ['price'] });
  });
});

describe('the id of a cart or a product', () => {
  it('must be that of an existing product', async () => {
    const session = newSession();
    expect(await refused(service.put(session, 'unicorn', { quantity: 1 }))).toEqual({
      status: 404,
      code: 'unknown-product',
      fields: ['productId'],
    });
    expect(await itemsOf(service.readFresh(session))).toEqual([]);
  });

  it.each(['Mug-1', 'mug 1', '-mug', 'm'.repeat(65), '../health', 'mug-1\u0000'])(
    'must be well-formed: product %j is refused',
    async (productId) => {
      const response = service.put(newSession(), productId, { quantity: 1 });
      expect(await refused(response)).toMatchObject({ status: 400, fields: ['productId'] });
    },
  );

  it.each(['', 'short', '*', 'A'.repeat(23)])('must be well-formed: session %j', async (id) => {
    expect(await refused(service.read(id))).toMatchObject({
      status: 400,
      fields: ['x-session-id'],
    });
  });
});

describe('the lifetime of a cart', () => {
  it.each([
    ['setting', (session: string) => service.put(session, 'mug-2', { quantity: 9 })],
    ['removing', (session: string) => service.remove(session, 'mug-1')],
  ])('starts anew with a change: %s', async (_, change) => {
    const session = newSession();
    await service.put(session, 'mug-1', { quantity: 1 });
    await service.put(session, 'mug-2', { quantity: 1 });
    await redis.expire(`cart:${session}`, 10);
    expect((await change(session)).status).toBe(200);
    const left = await redis.ttl(`cart:${session}`);
    expect(left).toBeGreaterThan(lifetime - 10);
    expect(left).toBeLessThanOrEqual(lifetime);
  });

  it('is not extended by reads', async () => {
    const session = newSession();
    await service.put(session, 'mug-1', { quantity: 1 });
    await redis.expire(`cart:${session}`, 10);
    await service.readFresh(session);
    await service.read(session);
    expect(await redis.ttl(`cart:${session}`)).toBeLessThanOrEqual(10);
  });
});
