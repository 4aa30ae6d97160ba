import { randomUUID } from 'node:crypto';
import type { Problem } from '@faultline/contracts';
import { goodCard } from '@faultline/contracts/testing';
import { readMetrics, sumOf } from '@faultline/evidence';
import { describe, expect, inject, it } from 'vitest';
import { Customer, declinedCard } from '../src/customer';
import { readBooks } from '../src/ledger';

const customer = () => new Customer(inject('shopUrl'));

const aProduct = async (): Promise<string> => {
  const { body } = await customer().products({ size: 1 });
  return body.items[0]?.id ?? '';
};

const withFullCart = async (): Promise<Customer> => {
  const shopper = customer();
  const { body } = await shopper.products({ size: 2 });
  const [first, second] = body.items;
  expect((await shopper.put(first?.id ?? '', 2)).status).toBe(200);
  expect((await shopper.put(second?.id ?? '', 1)).status).toBe(200);
  return shopper;
};

const booksOf = async (key: string) => {
  const { ledger, provider } = await readBooks(inject('paymentDataUrl'));
  return {
    ledger: ledger.filter((row) => row.key === key),
    provider: provider.filter((row) => row.key === key),
  };
};

describe('a purchase', () => {
  it('is the same to the cent in the order, the ledger and the record of the provider', async () => {
    const shopper = await withFullCart();
    const key = randomUUID();
    const { status, body: bought } = await shopper.checkout(key);
    expect(status).toBe(201);
    expect(bought.cartCleared).toBe(true);
    expect(bought.lines.map(({ quantity }) => quantity).sort()).toEqual([1, 2]);
    const sum = bought.lines.reduce((all, { lineTotal }) => all + lineTotal.amount, 0);
    expect(bought.total).toEqual({ amount: sum, currency: 'EUR' });

    const { ledger, provider } = await booksOf(key);
    expect(ledger).toMatchObject([
      { id: bought.paymentId, orderId: bought.orderId, amount: sum, state: 'succeeded' },
    ]);
    expect(provider).toMatchObject([{ amount: sum, declined: false }]);

    const { body: order } = await shopper.order(bought.orderId);
    expect(order).toMatchObject({ orderId: bought.orderId, total: bought.total });
    await expect.poll(async () => (await shopper.cart()).body.items).toEqual([]);
  });

  it('happens once, however often its key is sent', async () => {
    const shopper = await withFullCart();
    const key = randomUUID();
    const responses = await Promise.all([1, 2, 3].map(() => shopper.checkout(key)));
    const late = await shopper.checkout(key);
    const orders = [...responses, late].map(({ status, body }) => [status, body.orderId]);
    expect(new Set(orders.map(String))).toEqual(new Set([`201,${late.body.orderId}`]));
    const { ledger, provider } = await booksOf(key);
    expect(ledger).toHaveLength(1);
    expect(provider).toHaveLength(1);
  });

  it('is refused when its key comes again with another card', async () => {
    const shopper = await withFullCart();
    const key = randomUUID();
    expect((await shopper.checkout(key)).status).toBe(201);
    const again = await shopper.checkout<Problem>(key, { card: { ...goodCard, cvc: '999' } });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      code: 'idempotency-key-reused',
      errors: [{ field: 'idempotency-key' }],
    });
  });

  it('is made once when two tabs pay one cart at once, each with a key of its own', async () => {
    const shopper = await withFullCart();
    const keys = [randomUUID(), randomUUID()];
    const responses = await Promise.all(keys.map((key) => shopper.checkout(key)));
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409]);
    const books = await Promise.all(keys.map(booksOf));
    expect(books.flatMap(({ provider }) => provider)).toHaveLength(1);
  });

  it('is refused for a cart that was shown otherwise, and says what changed', async () => {
    const shopper = await withFullCart();
    const shown = shopper.shown;
    const [first] = shown?.items ?? [];
    await shopper.put(first?.productId ?? '', 9);
    const key = randomUUID();
    const { status, body } = await shopper.checkout<Problem>(key, { cart: shown });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'cart-changed',
      conflict: {
        cart: shopper.shown,
        changes: [{ reason: 'quantity-changed', before: { quantity: 2 }, now: { quantity: 9 } }],
      },
    });
    expect((await booksOf(key)).provider).toEqual([]);
    const again = await shopper.checkout(key);
    expect([again.status, again.body.total]).toEqual([201, shopper.shown?.total]);
  });

  it.each([0, 2 ** 40])(
    'is refused for a total of %d, which no charge can have',
    async (amount) => {
      const shopper = await withFullCart();
      const { body: shown } = await shopper.cart();
      const cart = { ...shown, total: { ...shown.total, amount } };
      const { status, body } = await shopper.checkout<Problem>(randomUUID(), { cart });
      expect([status, body.code]).toEqual([409, 'price-changed']);
    },
  );

  it('charges nothing when the card is declined, and keeps the cart', async () => {
    const shopper = await withFullCart();
    const key = randomUUID();
    const { status, body } = await shopper.checkout<Problem>(key, { card: declinedCard });
    expect(status).toBe(402);
    expect(body).toMatchObject({ code: 'payment-declined', errors: [{ field: 'card' }] });
    expect((await shopper.cart()).body.items).toHaveLength(2);
    expect((await booksOf(key)).provider).toMatchObject([{ declined: true }]);
  });

  it('needs something in the cart', async () => {
    const { status, body } = await customer().checkout<Problem>();
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'cart-empty', errors: [{ field: 'cart' }] });
  });

  it.each([
    ['card.number', { number: '4242424242424241' }, 422],
    ['card.expYear', { expYear: 2020 }, 422],
    ['card.cvc', { cvc: 'abc' }, 400],
  ])('names %s when it is wrong', async (field, change, expected) => {
    const shopper = await withFullCart();
    const { status, body } = await shopper.checkout<Problem>(randomUUID(), {
      card: { ...goodCard, ...change },
    });
    expect(status).toBe(expected);
    expect(body.errors).toMatchObject([{ field }]);
  });

  it('cannot be read by anybody else', async () => {
    const shopper = await withFullCart();
    const { body } = await shopper.checkout();
    const stranger = await customer().send('GET', `/api/orders/${body.orderId}`);
    expect(stranger.status).toBe(404);
    expect(stranger.body.code).toBe('unknown-order');
  });
});

describe('a session', () => {
  it('is a cookie that scripts cannot read and other sites cannot send', async () => {
    const { headers } = await customer().put(await aProduct(), 1);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^faultline_session=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect(headers.get('x-session-id')).toBeNull();
  });

  it('is not stored for one who only looks at an empty cart', async () => {
    const stored = async () =>
      sumOf(
        await readMetrics(inject('sessionAdminUrl')),
        'db_client_operation_duration_seconds_count',
        { db_namespace: 'session-data', db_operation_name: 'SET' },
      );
    const before = await stored();
    const shopper = customer();
    expect((await shopper.cart()).body.items).toEqual([]);
    expect(shopper.cookie).toBeUndefined();
    expect(await stored()).toBe(before);
    await shopper.put(await aProduct(), 1);
    expect(await stored()).toBe(before + 1);
  });

  it.each(['x', 'A'.repeat(22), "' or 1=1", '%0d%0aSet-Cookie: a=b'])(
    'that nobody gave out (%j) is replaced',
    async (forged) => {
      const shopper = customer();
      const claimed = `faultline_session=${encodeURIComponent(forged)}`;
      shopper.cookie = claimed;
      expect((await shopper.cart()).body.items).toEqual([]);
      expect(shopper.cookie).toBe(claimed);
      const { status, headers, body } = await shopper.put(await aProduct(), 1);
      expect(status).toBe(200);
      expect(body.items).toHaveLength(1);
      expect(headers.getSetCookie()).toHaveLength(1);
      expect(shopper.cookie).toMatch(/^faultline_session=[\w-]{22}$/);
      expect(shopper.cookie).not.toBe(claimed);
    },
  );

  it('cannot be chosen by a header', async () => {
    const owner = await withFullCart();
    const id = owner.cookie?.split('=')[1] ?? '';
    const thief = customer();
    const { body } = await thief.send<{ items: unknown[] }>('GET', '/api/cart', {
      headers: { 'x-session-id': id },
    });
    expect(body.items).toEqual([]);
  });
});

describe('the public entry', () => {
  it.each(['/-/healthy', '/-/ready', '/metrics', '/debug/pprof/profile', '/sessions', '/charges'])(
    'does not lead to %s',
    async (path) => {
      const shopper = customer();
      expect((await shopper.send('GET', path)).status).toBe(404);
      expect((await shopper.send('GET', `/api/..${path}`)).status).toBe(404);
      expect((await shopper.send('GET', `/api/%2e%2e${path}`)).status).toBe(404);
    },
  );

  it('tells the health of everything behind it', async () => {
    const { status, body } = await customer().send<{ Name: string; Status: string }[]>(
      'GET',
      '/health/status',
    );
    expect(status).toBe(200);
    expect(body.map(({ Name }) => Name).sort()).toEqual([
      'api-gateway',
      'cart',
      'cart-data',
      'cart-data-replica',
      'payment',
      'payment-data',
      'payment-provider',
      'product',
      'product-data',
      'session',
      'session-data',
      'session-data-replica',
      'web-gateway',
    ]);
  });

  it('sends a strict content security policy', async () => {
    const { headers } = await customer().send('GET', '/');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
