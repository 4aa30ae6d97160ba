import type { CartItem } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import { describe, expect, it } from 'vitest';
import { everyStep, id, lamp, mugs, openShop, unicorn } from './checkout-shop';

describe('a checkout', () => {
  it('reads the cart from the primary, prices it, charges it, and removes the items', async () => {
    const shop = await openShop([mugs, lamp]);
    const response = await shop.buy('key-0001');
    expect(shop.steps).toEqual(everyStep);
    const charge = shop.payments.charges.get('key-0001');
    expect(response).toEqual({
      orderId: charge?.orderId,
      paymentId: charge?.id,
      total: { amount: 2 * 1299 + 4950, currency: 'EUR' },
      lines: [
        {
          ...mugs,
          name: 'The mug',
          price: { amount: 1299, currency: 'EUR' },
          lineTotal: { amount: 2598, currency: 'EUR' },
        },
        {
          ...lamp,
          name: 'The lamp',
          price: { amount: 4950, currency: 'EUR' },
          lineTotal: { amount: 4950, currency: 'EUR' },
        },
      ],
      cartCleared: true,
    });
    expect(shop.carts.contents.items).toEqual([]);
  });

  it('does not change the cart if the charge fails', async () => {
    const shop = await openShop([mugs]);
    const declined = new ProblemError(402, 'payment-declined', 'The card was declined.');
    shop.payments.charge = async () => {
      throw declined;
    };
    await expect(shop.buy('key-0001')).rejects.toBe(declined);
    expect(shop.carts.contents.items).toEqual([mugs]);
  });

  it('succeeds with cartCleared: false if the cart cannot be cleared', async () => {
    const shop = await openShop([mugs]);
    shop.carts.stuck = true;
    const response = await shop.buy('key-0001');
    expect(response.cartCleared).toBe(false);
    expect(response.orderId).toBe(shop.payments.charges.get('key-0001')?.orderId);
    expect(shop.lines.join('')).toContain('"msg":"checkout-cart-not-cleared"');
  });

  it('buys the available products if the shopper saw that the others are unavailable', async () => {
    const shop = await openShop([mugs, unicorn]);
    const response = await shop.buy('key-0001');
    expect(response.lines.map(({ productId }) => productId)).toEqual(['mug']);
    expect(response).toMatchObject({ total: { amount: 2598 }, cartCleared: true });
    expect(shop.carts.contents.items).toEqual([unicorn]);
  });

  it('keeps items that were added during the charge', async () => {
    const shop = await openShop([mugs]);
    const charge = shop.payments.charge;
    shop.payments.charge = (request) => {
      shop.carts.contents = { id, items: [{ ...mugs, quantity: 7 }, lamp] };
      return charge(request);
    };
    expect(await shop.buy('key-0001')).toMatchObject({ cartCleared: true });
    expect(shop.carts.contents.items).toEqual([{ ...mugs, quantity: 5 }, lamp]);
  });
});

describe('a checkout of an empty cart', () => {
  it.each([
    ['an empty cart', [], 'cart-empty'],
    ['a cart of what is not sold any more', [unicorn], 'product-withdrawn'],
  ])('is refused with %s', async (_, items, code) => {
    const shop = await openShop(items);
    await expect(shop.buy('key-0001')).rejects.toMatchObject({
      statusCode: 409,
      code,
      errors: [{ field: 'cart' }],
    });
    expect(shop.payments.taken()).toBe(0);
  });
});

describe('a checkout of a cart that has changed since it was shown', () => {
  type Shop = Awaited<ReturnType<typeof openShop>>;
  const euros = (amount: number) => ({ amount, currency: 'EUR' });
  const mugAt = (quantity: number, amount = 1299) => ({ quantity, price: euros(amount) });
  const now =
    (...items: CartItem[]) =>
    (shop: Shop) => {
      shop.carts.contents = { id, items };
    };
  const price = (product: string, amount: number) => (shop: Shop) => {
    shop.prices[product] = amount;
  };
  const withdraw = (product: string) => (shop: Shop) => {
    delete shop.prices[product];
  };

  it.each([
    [
      'has more in it',
      now(mugs, lamp),
      'cart-changed',
      [{ reason: 'added', productId: 'lamp', now: { quantity: 1, price: euros(4950) } }],
    ],
    ['has less in it', now(lamp), 'cart-changed', [{ reason: 'removed' }, { reason: 'added' }]],
    [
      'has another quantity',
      now({ ...mugs, quantity: 9 }),
      'cart-changed',
      [{ reason: 'quantity-changed', name: 'The mug', before: mugAt(2), now: mugAt(9) }],
    ],
    [
      'costs more (it was charged without a word)',
      price('mug', 99_999),
      'price-changed',
      [{ reason: 'price-changed', before: mugAt(2), now: mugAt(2, 99_999) }],
    ],
    ['costs less', price('mug', 1), 'price-changed', [{ reason: 'price-changed' }]],
    [
      'is withdrawn',
      withdraw('mug'),
      'product-withdrawn',
      [{ reason: 'withdrawn', productId: 'mug', name: 'The mug', before: mugAt(2) }],
    ],
  ])('is refused when it %s, and says what changed', async (_, change, code, changes) => {
    const shop = await openShop([mugs]);
    change(shop);
    const conflict = { changes, cart: await shop.look() };
    const refused = { statusCode: 409, code, extensions: { conflict } };
    await expect(shop.buy('key-0001')).rejects.toMatchObject(refused);
    expect(shop.payments.taken()).toBe(0);
  });

  it('is refused if one of two products is withdrawn', async () => {
    const shop = await openShop([mugs, lamp]);
    withdraw('lamp')(shop);
    await expect(shop.buy('key-0001')).rejects.toMatchObject({ code: 'product-withdrawn' });
    expect(shop.payments.taken()).toBe(0);
    expect((await shop.buy('key-0002', await shop.look())).total).toEqual(euros(2598));
  });

  it('is refused if the total is not the sum of the lines, or if the cart is another', async () => {
    const shop = await openShop([mugs]);
    const cheaper = { ...shop.shown, total: { ...shop.shown.total, amount: 1 } };
    await expect(shop.buy('key-0001', cheaper)).rejects.toMatchObject({ code: 'price-changed' });
    const other = { ...shop.shown, id: 'D'.repeat(22) };
    await expect(shop.buy('key-0001', other)).rejects.toMatchObject({ code: 'cart-changed' });
    expect(shop.payments.taken()).toBe(0);
  });

  it('returns the reason if a replay is refused', async () => {
    const shop = await openShop([mugs]);
    now(lamp)(shop);
    const reused = new ProblemError(409, 'idempotency-key-reused', 'Used before.');
    shop.payments.replay = async () => {
      throw reused;
    };
    await expect(shop.buy('key-0001')).rejects.toBe(reused);
  });

  it.each([
    ['its key failed before (the old cart was bought)', 502, 'payment-provider-unreachable'],
    ['no charge could be of what was seen (400 by names of payment)', 400, 'invalid-request'],
  ])('is refused as another cart, not charged, when %s', async (_, status, code) => {
    const shop = await openShop([mugs]);
    now(lamp)(shop);
    shop.payments.replay = async () => {
      throw new ProblemError(status, code, 'Nothing was charged.');
    };
    await expect(shop.buy('key-0001')).rejects.toMatchObject({ code: 'cart-changed' });
  });
});
