import { Writable } from 'node:stream';
import type { CartItem } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import { createLogger } from '@faultline/telemetry';
import { describe, expect, it } from 'vitest';
import { createCheckout } from '../src/checkout';
import { createPricing } from '../src/pricing';
import { cartStandIn, paymentStandIn, productStandIn } from './stand-ins';

const request = {
  email: 'shopper@example.org',
  card: { number: '4242424242424242', expMonth: 12, expYear: 2099, cvc: '123' },
};
const session = 'A'.repeat(22);
const mugs: CartItem = { productId: 'mug', quantity: 2 };
const lamp: CartItem = { productId: 'lamp', quantity: 1 };
const prices = { mug: 1299, lamp: 4950 };
const everyStep = ['cart read fresh', 'priced', 'charged', 'cart cleared'];

const open = (items: CartItem[]) => {
  const steps: string[] = [];
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const carts = cartStandIn(steps, { items });
  const payments = paymentStandIn(steps);
  const { checkout } = createCheckout({
    carts,
    payments,
    pricing: createPricing(productStandIn(steps, prices)),
    log: createLogger({ service: 'api-gateway', version: '0', level: 'info', destination }),
  });
  return {
    steps,
    lines,
    carts,
    payments,
    buy: (key: string) => checkout(session, key, request),
  };
};

describe('a checkout', () => {
  it('reads the cart fresh, prices it, charges it, and clears it', async () => {
    const shop = open([mugs, lamp]);
    const answer = await shop.buy('key-0001');
    expect(shop.steps).toEqual(everyStep);
    const charge = shop.payments.charges.get('key-0001');
    expect(answer).toEqual({
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

  it('leaves the cart alone when the charge fails', async () => {
    const shop = open([mugs]);
    const declined = new ProblemError(402, 'payment-declined', 'The card was declined.');
    shop.payments.charge = async () => {
      throw declined;
    };
    await expect(shop.buy('key-0001')).rejects.toBe(declined);
    expect(shop.carts.contents.items).toEqual([mugs]);
  });

  it('stands when the cart cannot be cleared, and says so', async () => {
    const shop = open([mugs]);
    shop.carts.stuck = true;
    const answer = await shop.buy('key-0001');
    expect(answer.cartCleared).toBe(false);
    expect(answer.orderId).toBe(shop.payments.charges.get('key-0001')?.orderId);
    expect(shop.lines.join('')).toContain('"msg":"checkout-cart-not-cleared"');
  });

  it('leaves out what is not sold any more, and clears the cart all the same', async () => {
    const shop = open([mugs, { productId: 'unicorn', quantity: 1 }]);
    const answer = await shop.buy('key-0001');
    expect(answer.lines.map(({ productId }) => productId)).toEqual(['mug']);
    expect(answer).toMatchObject({ total: { amount: 2598 }, cartCleared: true });
    expect(shop.carts.contents.items).toEqual([]);
  });
});

describe('a checkout without anything to buy', () => {
  it.each([
    ['an empty cart', []],
    ['a cart of what is not sold any more', [{ productId: 'unicorn', quantity: 1 }]],
  ])('is refused with %s', async (_, items) => {
    const shop = open(items);
    await expect(shop.buy('key-0001')).rejects.toMatchObject({
      statusCode: 409,
      code: 'cart-empty',
      errors: [{ field: 'cart' }],
    });
    expect(shop.payments.taken()).toBe(0);
  });

  it('passes on why a replay is refused', async () => {
    const shop = open([]);
    const reused = new ProblemError(409, 'idempotency-key-reused', 'Used before.');
    shop.payments.replay = async () => {
      throw reused;
    };
    await expect(shop.buy('key-0001')).rejects.toBe(reused);
  });
});

describe('a checkout that comes again after its answer was lost', () => {
  it('is answered with the same order from an empty cart, and charges nothing', async () => {
    const shop = open([mugs]);
    const first = await shop.buy('key-0001');
    expect(await shop.buy('key-0001')).toEqual(first);
    expect(shop.steps).toEqual([...everyStep, 'cart read fresh', 'replayed']);
    expect(shop.payments.taken()).toBe(2598);
  });

  it('clears the cart when it is still what was bought', async () => {
    const shop = open([mugs]);
    shop.carts.stuck = true;
    const first = await shop.buy('key-0001');
    shop.carts.stuck = false;
    expect(await shop.buy('key-0001')).toEqual({ ...first, cartCleared: true });
    expect(shop.payments.taken()).toBe(2598);
    expect(shop.carts.contents.items).toEqual([]);
  });

  it.each([
    ['another product', [mugs, lamp]],
    ['another quantity', [{ ...mugs, quantity: 3 }]],
    ['something else altogether', [lamp]],
  ])('keeps a cart that holds %s by now', async (_, items) => {
    const shop = open([mugs]);
    const first = await shop.buy('key-0001');
    shop.carts.contents = { items };
    expect(await shop.buy('key-0001')).toEqual({ ...first, cartCleared: false });
    expect(shop.carts.contents.items).toEqual(items);
    expect(shop.payments.taken()).toBe(2598);
  });
});
