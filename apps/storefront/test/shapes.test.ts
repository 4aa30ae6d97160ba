import { expect, it } from 'vitest';
import { isPricedCart } from '../src/api/shapes';

const cart = { items: [], total: { amount: 0, currency: 'EUR' }, unavailable: [] };

it('takes for a cart only what says which cart it is, or that it has no id', () => {
  expect(isPricedCart({ ...cart, id: 'C'.repeat(22) })).toBe(true);
  expect(isPricedCart({ ...cart, id: null })).toBe(true);
  expect(isPricedCart(cart)).toBe(false);
  expect(isPricedCart({ ...cart, id: 7 })).toBe(false);
});
