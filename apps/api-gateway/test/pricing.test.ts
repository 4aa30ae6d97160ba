import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPricing } from '../src/pricing';
import { productStandIn } from './stand-ins';

describe('the price of a cart', () => {
  it('is 0 for an empty cart, without a call of product', async () => {
    const steps: string[] = [];
    const pricing = createPricing(productStandIn(steps, {}));
    expect(await pricing.price({ id: null, items: [] })).toEqual({
      id: null,
      items: [],
      total: { amount: 0, currency: 'EUR' },
      unavailable: [],
    });
    expect(steps).toEqual([]);
  });

  it('is computed with one call of product, in the order of the cart', async () => {
    const steps: string[] = [];
    const pricing = createPricing(productStandIn(steps, { b: 100, a: 200, c: 300 }));
    const items = ['c', 'a', 'b'].map((productId) => ({ productId, quantity: 1 }));
    const priced = await pricing.price({ id: null, items });
    expect(priced.items.map(({ productId }) => productId)).toEqual(['c', 'a', 'b']);
    expect(steps).toEqual(['priced']);
  });

  it('is the exact sum of its lines; unavailable products are listed separately', async () => {
    const cart = fc.uniqueArray(
      fc.record({
        productId: fc.stringMatching(/^[a-z]{1,8}$/),
        quantity: fc.integer({ min: 1, max: 99 }),
        price: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      }),
      { maxLength: 50, selector: ({ productId }) => productId },
    );
    await fc.assert(
      fc.asyncProperty(cart, async (items) => {
        const sold = items.flatMap(({ price, ...item }) =>
          price === null ? [] : { ...item, price },
        );
        const prices = Object.fromEntries(sold.map(({ productId, price }) => [productId, price]));
        const priced = await createPricing(productStandIn([], prices)).price({ id: null, items });
        let total = 0;
        for (const { price, quantity } of sold) total += price * quantity;
        expect(priced.total).toEqual({ amount: total, currency: 'EUR' });
        expect(priced.items.map(({ productId }) => productId)).toEqual(
          sold.map(({ productId }) => productId),
        );
        const unsold = items.filter(({ price }) => price === null);
        expect(priced.unavailable.map(({ productId }) => productId)).toEqual(
          unsold.map(({ productId }) => productId),
        );
      }),
    );
  });
});
