import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { abandon } from '../src/journeys/abandon';
import { browse } from '../src/journeys/browse';
import { buy } from '../src/journeys/buy';
import { fillCart } from '../src/journeys/fill-cart';
import { getDeclined } from '../src/journeys/get-declined';
import { search } from '../src/journeys/search';
import type { Journey } from '../src/journeys/shopper';
import {
  body,
  cents,
  eachItem,
  emptyCart,
  fields,
  lessItems,
  lessLines,
  moreInLines,
  status,
} from './fixture/changes';
import { products } from './fixture/products';
import { type Change, openShop, type Shop } from './fixture/shop';
import type { HttpResponse } from './fixture/shop-routes';
import { visit } from './fixture/visitor';

/** The changed response, and the check by which the journey must then fail. */
type Wrong = [check: string, run: Journey['run'], route: string, change: Change];

const wrongs: Wrong[] = [
  ['categories responds with 200', browse, 'categories', status(500)],
  ['categories has its shape', browse, 'categories', body('an error page')],
  ['categories has products', browse, 'categories', body({ items: [] })],
  ['product-list has its shape', browse, 'product-list', eachItem({ price: 9.95 })],
  ['product-list keeps to its category', browse, 'product-list', eachItem({ category: 'other' })],
  ['product-list is complete', browse, 'product-list', lessItems],
  ['product is the one listed', browse, 'product', fields({ id: 'another' })],
  ['product is the one listed', browse, 'product', fields({ price: cents(1) })],
  ['cart-put responds with 200', fillCart, 'cart-put', status(204)],
  ['cart-put has the chosen products', fillCart, 'cart-put', body(emptyCart)],
  ['cart-put has the chosen quantity', fillCart, 'cart-put', eachItem({ quantity: 98 })],
  ['cart-put has the price of the catalogue', fillCart, 'cart-put', eachItem({ price: cents(1) })],
  [
    'cart-put line total is price times quantity',
    fillCart,
    'cart-put',
    eachItem({ lineTotal: cents(1) }),
  ],
  ['cart-put total is the sum of its lines', fillCart, 'cart-put', fields({ total: cents(1) })],
  ['cart-remove has the chosen products', fillCart, 'cart-remove', lessItems],
  ['cart has the chosen products', abandon, 'cart', body(emptyCart)],
  ['checkout responds with 201', buy, 'checkout', status(503)],
  ['checkout total is the total of the cart', buy, 'checkout', fields({ total: cents(1) })],
  ['checkout has the chosen products', buy, 'checkout', lessLines],
  ['checkout has the chosen quantity', buy, 'checkout', moreInLines],
  ['order responds with 200', buy, 'order', status(404)],
  ['order is the one of the purchase', buy, 'order', fields({ orderId: 'another' })],
  ['order total is the total of the purchase', buy, 'order', fields({ total: cents(1) })],
  ['order has the chosen products', buy, 'order', lessLines],
  ['checkout-declined responds with 402', getDeclined, 'checkout', status(201)],
  ['checkout-declined says payment-declined', getDeclined, 'checkout', fields({ code: 'other' })],
];

const noResults = fields({ items: [], total: 0 });

/** The same for searches. What a shopper searches for follows from the number. */
const wrongSearches: [...Wrong, shopper: number][] = [
  ['suggestions has the name typed', search, 'suggestions', body({ items: [] }), 2],
  ['search counts its results', search, 'search', fields({ total: 0 }), 2],
  ['search finds the product by its name', search, 'search', noResults, 2],
  ['search finds what was suggested', search, 'search', noResults, 5],
  [
    'search finds no nonsense',
    search,
    'search',
    fields({ items: products.slice(0, 1), total: 1 }),
    1,
  ],
];

describe('a journey fails', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
  });

  afterEach(() => shop.close());

  it.each(wrongs)('by "%s"', async (check, run, route, change) => {
    shop.alter(route, change);
    await expect(visit(shop.url, run)).rejects.toMatchObject({ name: 'CheckFailed', check });
  });

  it.each(wrongSearches)('by "%s"', async (check, run, route, change, shopper) => {
    shop.alter(route, change);
    await expect(visit(shop.url, run, shopper)).rejects.toMatchObject({ check });
  });

  it('when the page is not a page', async () => {
    shop.alter('page', body('OK'));
    const visits = Array.from({ length: 12 }, (_, number) => visit(shop.url, browse, number));
    const failures = (await Promise.allSettled(visits)).filter(
      ({ status }) => status === 'rejected',
    );
    expect(failures).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ check: 'page is HTML' }) }),
    );
  });

  it('when an asset of the page stays missing', async () => {
    shop.alter('asset', () => ({ status: 404, body: 'missing' }));
    const visits = Array.from({ length: 12 }, (_, number) => visit(shop.url, browse, number));
    const failures = (await Promise.allSettled(visits)).filter(
      ({ status }) => status === 'rejected',
    );
    expect(failures).toContainEqual(
      expect.objectContaining({
        reason: expect.objectContaining({ check: 'asset responds with 200' }),
      }),
    );
  });

  it('when the cart of a purchase is still full', async () => {
    let full: HttpResponse | undefined;
    shop.alter('cart', (response) => {
      full ??= response;
      return full;
    });
    await expect(visit(shop.url, buy)).rejects.toMatchObject({
      check: 'cart has the chosen products',
    });
  });

  it('when the shop says that it could not clear the cart', async () => {
    shop.alter('checkout', fields({ cartCleared: false }));
    await expect(visit(shop.url, buy)).rejects.toMatchObject({
      check: 'checkout empties the cart',
    });
  });
});
