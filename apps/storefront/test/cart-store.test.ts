import type { PricedCart } from '@faultline/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../src/api/failure';
import { type CartShop, createCartStore, itemCount } from '../src/cart/cart-store';

/** A shop whose answers wait until the test lets them go, one after another. */
const createSlowShop = () => {
  const held = new Map<string, number>();
  const asked: string[] = [];
  const waiting: { response: () => void; fail: (failure: Failure) => void }[] = [];

  const priced = (): PricedCart => {
    const price = { amount: 250, currency: 'EUR' as const };
    const items = [...held].map(([productId, quantity]) => ({
      productId,
      name: productId,
      quantity,
      price,
      lineTotal: { amount: 250 * quantity, currency: 'EUR' as const },
    }));
    const amount = items.reduce((sum, { lineTotal }) => sum + lineTotal.amount, 0);
    const id = 'C'.repeat(22);
    return { id, items, total: { amount, currency: 'EUR' }, unavailable: [] };
  };

  const later = (what: string, change: () => void) => {
    asked.push(what);
    return new Promise<PricedCart>((resolve, reject) => {
      const response = () => {
        change();
        resolve(priced());
      };
      waiting.push({ response, fail: reject });
    });
  };

  const shop: CartShop = {
    cart: () => later('GET', () => {}),
    putCartItem: (id, quantity) => later(`PUT ${id} ${quantity}`, () => held.set(id, quantity)),
    removeCartItem: (id) => later(`DELETE ${id}`, () => held.delete(id)),
  };

  const next = async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    const first = waiting.shift();
    if (!first) throw new Error('nothing was asked');
    return first;
  };

  return {
    shop,
    asked,
    held,
    respondNext: async () => (await next()).response(),
    failNext: async (failure: Failure) => (await next()).fail(failure),
  };
};

describe("the page's cart", () => {
  let slow: ReturnType<typeof createSlowShop>;
  let store: ReturnType<typeof createCartStore>;

  beforeEach(() => {
    slow = createSlowShop();
    store = createCartStore(slow.shop);
  });

  it('adds to what the cart holds, which it reads first', async () => {
    slow.held.set('mug', 2);
    const added = store.add('mug', 3);
    await slow.respondNext();
    await slow.respondNext();
    expect(await added).toBe(5);
    expect(slow.asked).toEqual(['GET', 'PUT mug 5']);
  });

  it('adds twice in a row without losing the first', async () => {
    const both = Promise.all([store.add('mug', 1), store.add('mug', 1)]);
    await slow.respondNext();
    await slow.respondNext();
    await slow.respondNext();
    expect(await both).toEqual([1, 2]);
  });

  it('never asks for more than a line may hold', async () => {
    slow.held.set('mug', 98);
    const added = store.add('mug', 5);
    await slow.respondNext();
    await slow.respondNext();
    expect(await added).toBe(99);
  });

  it('sends only the last of several changes that wait', async () => {
    const changes = [2, 3, 4, 5].map((quantity) => store.setQuantity('mug', quantity));
    expect(store.snapshot().wishes.get('mug')).toBe(5);
    await slow.respondNext();
    await Promise.all(changes);
    expect(slow.asked).toEqual(['PUT mug 5']);
    expect(store.snapshot().wishes.size).toBe(0);
    expect(store.snapshot().cart?.total.amount).toBe(1250);
  });

  it('sends a change after the one that is on its way', async () => {
    const first = store.setQuantity('mug', 2);
    await expect.poll(() => slow.asked).toEqual(['PUT mug 2']);
    const second = store.setQuantity('mug', 7);
    await slow.respondNext();
    await first;
    expect(store.snapshot().wishes.get('mug')).toBe(7);
    await slow.respondNext();
    await second;
    expect(slow.held.get('mug')).toBe(7);
  });

  it('removes a line by the quantity 0', async () => {
    slow.held.set('mug', 2);
    const removed = store.setQuantity('mug', 0);
    await slow.respondNext();
    await removed;
    expect(slow.asked).toEqual(['DELETE mug']);
    expect(store.snapshot().cart?.items).toEqual([]);
  });

  it('tells of a failed change, keeps the cart and goes on', async () => {
    const failed = store.setQuantity('mug', 2);
    const refused = expect(failed).rejects.toThrow('error-response 503');
    await slow.failNext(new Failure('error-response', { status: 503 }));
    await refused;
    expect(store.snapshot().wishes.size).toBe(0);

    const next = store.setQuantity('mug', 3);
    await slow.respondNext();
    await next;
    expect(slow.held.get('mug')).toBe(3);
  });

  it('is read once for all who ask before that begins, and again for who asks later', async () => {
    const both = [store.reload(), store.reload()];
    await slow.respondNext();
    await Promise.all(both);
    expect(slow.asked).toEqual(['GET']);
    const first = store.reload();
    await expect.poll(() => slow.asked.length).toBe(2);
    const second = store.reload();
    await slow.respondNext();
    await first;
    await slow.respondNext();
    await second;
    expect(slow.asked).toEqual(['GET', 'GET', 'GET']);
  });

  it('keeps why it could not be read until it can', async () => {
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    const failed = store.reload();
    await slow.failNext(new Failure('unreachable'));
    await failed;
    expect(store.snapshot()).toMatchObject({ cart: undefined, failure: { kind: 'unreachable' } });

    const read = store.reload();
    await slow.respondNext();
    await read;
    expect(store.snapshot().failure).toBeUndefined();
    expect(told).toBe(2);
  });
});

it('counts things, not lines', () => {
  const price = { amount: 100, currency: 'EUR' as const };
  const line = { productId: 'mug', name: 'Mug', price, lineTotal: price };
  const items = [
    { ...line, quantity: 2 },
    { ...line, quantity: 3 },
  ];
  expect(itemCount({ id: null, items, total: price, unavailable: [] })).toBe(5);
});
