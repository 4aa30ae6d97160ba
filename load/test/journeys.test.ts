import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseJourney, defaultRate, journeys, seededRandom } from '../src/journeys';
import { openShop, type Shop } from './fixture/shop';
import { visit } from './fixture/visitor';

const numbers = Array.from({ length: 24 }, (_, index) => index + 1);

describe('the journeys', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
  });

  afterEach(() => shop.close());

  it.each(journeys)('$name goes through, whatever the shopper chooses', async ({ run }) => {
    const visits = await Promise.all(numbers.map((number) => visit(shop.url, run, number)));
    expect(visits.every((outcomes) => outcomes.length >= 3)).toBe(true);
  });

  it('use the whole public API between them', async () => {
    await Promise.all(
      journeys.flatMap(({ run }) => numbers.map((number) => visit(shop.url, run, number))),
    );
    expect([...new Set(shop.seen.map(({ name }) => name))].sort()).toEqual([
      'asset',
      'cart',
      'cart-clear',
      'cart-put',
      'cart-remove',
      'categories',
      'checkout',
      'order',
      'page',
      'product',
      'product-list',
      'search',
      'suggestions',
    ]);
  });

  it('keep one session and one address a shopper', async () => {
    const buy = journeys.find(({ name }) => name === 'buy');
    await Promise.all([1, 258].map((number) => visit(shop.url, buy?.run ?? never, number)));
    const addresses = Object.groupBy(shop.seen, ({ address }) => address);
    expect(Object.keys(addresses).sort()).toEqual(['10.0.0.1', '10.0.1.2']);
    for (const requests of Object.values(addresses)) {
      expect(new Set(requests?.map(({ session }) => session)).size).toBe(1);
    }
  });

  it('bring at least one checkout a second at the default rate', () => {
    const shoppers = 10_000;
    const buyers = Array.from({ length: shoppers }, (_, index) =>
      chooseJourney(journeys, seededRandom(index)()),
    ).filter(({ name }) => name === 'buy');
    expect((buyers.length / shoppers) * defaultRate).toBeGreaterThan(1.15);
  });
});

const never = (): never => {
  throw new Error('there is no such journey');
};
