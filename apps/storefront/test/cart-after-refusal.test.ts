import type { CheckoutConflict, PricedCart } from '@faultline/contracts';
import { describe, expect, it } from 'vitest';
import { Failure } from '../src/api/failure';
import { showCartAfter } from '../src/cart/cart-after-refusal';
import { type CartShop, createCartStore } from '../src/cart/cart-store';

const cartOf = (productId: string): PricedCart => {
  const price = { amount: 250, currency: 'EUR' as const };
  const items = [{ productId, name: productId, quantity: 1, price, lineTotal: price }];
  return { id: 'C'.repeat(22), items, total: price, unavailable: [] };
};

/** A page that shows a cart, of which the server has another one by now. */
const pageWithOldCart = async () => {
  let cart = cartOf('old');
  let asked = 0;
  const notAsked = () => Promise.reject(new Error('the cart is only read here'));
  const shop: CartShop = {
    cart: async () => {
      asked += 1;
      return cart;
    },
    putCartItem: notAsked,
    removeCartItem: notAsked,
  };
  const store = createCartStore(shop);
  await store.reload();
  cart = cartOf('new');
  return {
    store,
    asked: () => asked,
    shown: () => store.snapshot().cart?.items.map(({ productId }) => productId),
  };
};

const refused = (status: number, code: string, conflict?: CheckoutConflict) =>
  new Failure('error-response', {
    status,
    problem: {
      type: 'about:blank',
      title: code,
      status,
      code,
      requestId: 'request-1',
      ...(conflict && { conflict }),
    },
  });

describe("the page's cart after a purchase was refused", () => {
  it('is the one of the refusal, without asking for it', async () => {
    const page = await pageWithOldCart();
    showCartAfter(refused(409, 'cart-changed', { cart: cartOf('told'), changes: [] }), page.store);
    expect(page.shown()).toEqual(['told']);
    expect(page.asked()).toBe(1);
  });

  it.each([
    ['cart-already-paid', refused(409, 'cart-already-paid')],
    ['a conflict that a proxy found', new Failure('error-response', { status: 409 })],
  ])('is read anew when the refusal does not say it: %s', async (_, failure) => {
    const page = await pageWithOldCart();
    showCartAfter(failure, page.store);
    await expect.poll(page.shown).toEqual(['new']);
  });

  it.each([402, 422, 503])('stays when it was not about the cart: %i', async (status) => {
    const page = await pageWithOldCart();
    showCartAfter(refused(status, 'payment-declined'), page.store);
    expect(page.shown()).toEqual(['old']);
    expect(page.asked()).toBe(1);
  });
});
