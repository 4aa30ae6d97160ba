import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buy } from '../src/journeys/buy';
import { type Change, openShop, type Shop } from './fixture/shop';
import { visit } from './fixture/visitor';

const status =
  (code: number): Change =>
  (response) => ({ ...response, status: code });
const hangUp: Change = () => undefined;

/** The first response is changed, all others are right. */
const once = (change: Change): Change => {
  let isFirst = true;
  return (response) => {
    if (!isFirst) return response;
    isFirst = false;
    return change(response);
  };
};

describe('a buyer', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
  });

  afterEach(() => shop.close());

  const keys = () => shop.seen.filter(({ name }) => name === 'checkout').map(({ key }) => key);

  it.each([
    ['502', status(502)],
    ['504', status(504)],
    ['no response', hangUp],
  ])('tries once more with the same key after %s', async (_, change) => {
    shop.alter('checkout', once(change));
    await visit(shop.url, buy);
    expect(keys()).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^[\x21-\x7e]{8,128}$/);
  });

  it('gives up when the second try fails too', async () => {
    shop.alter('checkout', status(504));
    await expect(visit(shop.url, buy)).rejects.toMatchObject({
      check: 'checkout responds with 201',
    });
    expect(keys()).toHaveLength(2);
  });

  it('gives up when the shop stays silent', async () => {
    shop.alter('checkout', hangUp);
    await expect(visit(shop.url, buy)).rejects.toMatchObject({ name: 'NoResponse' });
    expect(keys()).toHaveLength(2);
  });

  it('does not retry after a final response', async () => {
    shop.alter('checkout', status(500));
    await expect(visit(shop.url, buy)).rejects.toMatchObject({
      check: 'checkout responds with 201',
    });
    expect(keys()).toHaveLength(1);
  });

  it('pays each purchase with a key of its own', async () => {
    await Promise.all([visit(shop.url, buy), visit(shop.url, buy)]);
    expect(new Set(keys()).size).toBe(2);
  });
});
