import { Problem } from '@faultline/contracts';
import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from './books';
import {
  card,
  charged,
  newCart,
  newKey,
  newSession,
  type PaymentFixture,
  purchase,
  startPayment,
} from './fixture';

const euros = (amount: number) => ({ amount, currency: 'EUR' as const });
const mugs = (quantity: number, price: number) => {
  const total = euros(quantity * price);
  const line = { productId: 'mug', name: 'Mug', quantity, price: euros(price), lineTotal: total };
  return { total, lines: [line] };
};
const threeMugs = { ...purchase, ...mugs(3, 1299) };

let store: Store;
let books: Books;
let service: PaymentFixture;

beforeAll(async () => {
  store = await withPostgres();
  books = openBooks(store.url);
  service = await startPayment({ DATABASE_URL: store.url });
});

afterAll(async () => {
  await service?.stop();
  await books?.close();
  await store?.stop();
});

it('counts payments from 0 for every outcome and reason', async () => {
  const payments = await service.payments();
  expect([...payments.keys()]).toEqual(
    expect.arrayContaining([
      'succeeded/none',
      'declined/card_declined',
      'declined/insufficient_funds',
      'declined/expired_card',
      'declined/incorrect_cvc',
      'declined/other',
      'failed/provider-unreachable',
      'failed/never-reached-provider',
    ]),
  );
  expect(new Set(payments.values())).toEqual(new Set([0]));
});

describe('a charge', () => {
  it('succeeds, and is in the ledger and at the provider', async () => {
    const key = newKey();
    const counted = await service.counted(async () => {
      const charge = await charged(service.charge(newSession(), key));
      expect(charge).toMatchObject({
        state: 'succeeded',
        reason: null,
        total: purchase.total,
        lines: purchase.lines,
      });
      expect(await books.row(key)).toMatchObject({
        id: charge.id,
        order_id: charge.orderId,
        amount: 2598,
        state: 'succeeded',
      });
    });
    expect(counted).toEqual({ 'succeeded/none': 1 });
    expect(await books.chargedBySandbox(key)).toBe(1);
    expect(await books.disagreements()).toEqual([]);
  });

  it('is made once if the same key is sent twice', async () => {
    const [session, key] = [newSession(), newKey()];
    const counted = await service.counted(async () => {
      const first = await charged(service.charge(session, key));
      expect(await charged(service.charge(session, key))).toEqual(first);
      expect(await charged(service.replay(session, key))).toEqual(first);
    });
    expect(counted).toEqual({ 'succeeded/none': 1 });
    expect(await books.disagreements()).toEqual([]);
  });

  it('is made once if the same key is sent ten times concurrently to two instances', async () => {
    const second = await startPayment({ DATABASE_URL: store.url });
    try {
      const [session, key] = [newSession(), newKey()];
      const counts: Record<string, number>[] = [];
      const ask = async () => {
        const instances = Array.from({ length: 5 }, () => [service, second]).flat();
        const charges = await Promise.all(
          instances.map((instance) => charged(instance.charge(session, key))),
        );
        expect(new Set(charges.map(({ orderId }) => orderId)).size).toBe(1);
      };
      counts.push(await service.counted(async () => counts.push(await second.counted(ask))));
      expect(counts).toHaveLength(2);
      expect(counts).toEqual(expect.arrayContaining([{}, { 'succeeded/none': 1 }]));
      await books.row(key);
      expect(await books.chargedBySandbox(key)).toBe(1);
      expect(await books.disagreements()).toEqual([]);
    } finally {
      await second.stop();
    }
  });
});

describe('a key of every length and character that the public entry accepts', () => {
  it.each(
    [8, 100, 101, 128].flatMap((length) => ['x', '%', '/', '.', '~'].map((by) => [length, by])),
  )('is found again at the provider: %d × %s (a long one was lost)', async (length, by) => {
    const [session, key] = [newSession(), newKey().slice(-7).padEnd(Number(length), String(by))];
    const first = await charged(service.charge(session, key));
    await books.forgetResponse(key);
    expect(await charged(service.replay(session, key))).toEqual(first);
  });
});

describe('a key that was used', () => {
  it.each([
    ['another card', { ...purchase, card: { ...card, number: '5555555555554444' } }],
    ['another expiry', { ...purchase, card: { ...card, expMonth: 1 } }],
    ['another CVC', { ...purchase, card: { ...card, cvc: '123' } }],
    ['another e-mail', { ...purchase, email: 'somebody.else@example.org' }],
    ['another cart', { ...purchase, cart: newCart() }],
    ['another content of the cart (it bought the cart of then)', threeMugs],
    ['another price', { ...purchase, ...mugs(2, 1300) }],
  ])('is refused with %s', async (_, other) => {
    const [session, key] = [newSession(), newKey()];
    await charged(service.charge(session, key));
    const conflict = {
      status: 409,
      code: 'idempotency-key-reused',
      fields: ['idempotency-key'],
    };
    expect(await refused(service.charge(session, key, other))).toEqual(conflict);
    expect(await refused(service.replay(session, key, other))).toEqual(conflict);
    expect(await books.disagreements()).toEqual([]);
  });

  it('is refused for another session', async () => {
    const key = newKey();
    await charged(service.charge(newSession(), key));
    for (const response of [service.charge(newSession(), key), service.replay(newSession(), key)])
      expect(await refused(response)).toMatchObject({ status: 409, fields: ['idempotency-key'] });
  });

  it('is unknown to a replay if it was not used', async () => {
    expect(await refused(service.replay(newSession(), newKey()))).toEqual({
      status: 404,
      code: 'unknown-key',
      fields: ['idempotency-key'],
    });
  });
});

describe('a cart', () => {
  const inCart = (cart: string) => ({ ...purchase, cart });

  it('that is paid is known to a replay with a new key, for its own session only', async () => {
    const [session, cart] = [newSession(), newCart()];
    const { orderId } = await charged(service.charge(session, newKey(), inCart(cart)));
    const other = await service.replay(session, newKey(), inCart(cart));
    expect(other.status).toBe(409);
    expect(Parse(Problem, await other.json())).toMatchObject({
      code: 'cart-already-paid',
      conflict: { orderId },
    });
    const stranger = await refused(service.replay(newSession(), newKey(), inCart(cart)));
    expect(stranger).toMatchObject({ status: 404, code: 'unknown-key' });
  });

  it.each([2, 10])('is paid once when %d keys pay it at once', async (keys) => {
    const [session, cart] = [newSession(), newCart()];
    const responses = await Promise.all(
      Array.from({ length: keys }, () => service.charge(session, newKey(), inCart(cart))),
    );
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(responses.filter(({ status }) => status === 409)).toHaveLength(keys - 1);
    expect(await books.ofCart(cart)).toMatchObject([{ state: 'succeeded', duplicate: false }]);
    expect(await books.disagreements()).toEqual([]);
  });

  it('that is paid is not paid again, and the refusal names its order', async () => {
    const [session, cart] = [newSession(), newCart()];
    const { orderId } = await charged(service.charge(session, newKey(), inCart(cart)));
    const again = await service.charge(session, newKey(), { ...threeMugs, cart });
    expect(again.status).toBe(409);
    expect(Parse(Problem, await again.json())).toMatchObject({
      code: 'cart-already-paid',
      errors: [{ field: 'cart' }],
      conflict: { orderId },
    });
  });

  it('may be paid with another key after a card was declined', async () => {
    const [session, cart] = [newSession(), newCart()];
    const declined = { ...inCart(cart), card: { ...card, number: '4000000000000002' } };
    expect((await service.charge(session, newKey(), declined)).status).toBe(402);
    await charged(service.charge(session, newKey(), inCart(cart)));
  });
});

describe('an order', () => {
  it('is read by its own session and by no other', async () => {
    const session = newSession();
    const charge = await charged(service.charge(session, newKey()));
    const response = await service.readOrder(session, charge.orderId);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(charge);
    expect(await refused(service.readOrder(newSession(), charge.orderId))).toEqual({
      status: 404,
      code: 'unknown-order',
      fields: ['id'],
    });
  });

  it('does not exist for a charge that was declined', async () => {
    const [session, key] = [newSession(), newKey()];
    const declined = { ...purchase, card: { ...card, number: '4000000000000002' } };
    expect((await service.charge(session, key, declined)).status).toBe(402);
    const { order_id } = await books.row(key);
    expect((await service.readOrder(session, order_id)).status).toBe(404);
  });

  it.each([
    "1' or '1'='1",
    'urn:uuid:00000000-0000-0000-0000-000000000000',
    '{00000000-0000-0000-0000-000000000000}',
    '00000000000000000000000000000000',
  ])('must be named by a plain UUID, not %j (PostgreSQL failed of it)', async (id) => {
    const response = refused(service.readOrder(newSession(), id));
    expect(await response).toMatchObject({ status: 400, fields: ['orderId'] });
  });
});
