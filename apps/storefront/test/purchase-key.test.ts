import type { PricedCart } from '@faultline/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPurchaseKey, type KeyStorage, randomKey } from '../src/checkout/purchase-key';

const details = (number: string) => ({
  email: 'ada@example.org',
  card: { number, expMonth: 8, expYear: 2029, cvc: '123' },
});
const card = details('4242424242424242');
const otherCard = details('4000000000000002');

const euros = (amount: number) => ({ amount, currency: 'EUR' as const });
const cartOf = (quantity: number): PricedCart => ({
  id: 'C'.repeat(22),
  items: [
    {
      productId: 'mug',
      name: 'Mug',
      quantity,
      price: euros(5),
      lineTotal: euros(5 * quantity),
    },
  ],
  total: euros(5 * quantity),
  unavailable: [],
});
const cart = cartOf(1);

const createStorage = (): KeyStorage => {
  const entries = new Map<string, string>();
  return {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
  };
};

describe('the key of a purchase', () => {
  let storage: KeyStorage;
  const newPage = () => createPurchaseKey(storage);

  beforeEach(() => {
    storage = createStorage();
  });

  it('is kept while the outcome is unknown', () => {
    const key = newPage();
    const first = key.keyFor(card, cart);
    key.endTry('unknown');
    expect(key.triedCart()).toEqual(cart);
    expect(key.keyFor(card, cart)).toBe(first);
  });

  it('is new after a purchase and after a decline', () => {
    const key = newPage();
    const first = key.keyFor(card, cart);
    key.endTry('final');
    expect(key.triedCart()).toBeUndefined();
    expect(key.keyFor(card, cart)).not.toBe(first);
  });

  it('is new for other details', () => {
    const key = newPage();
    const first = key.keyFor(card, cart);
    key.endTry('unknown');
    expect(key.keyFor(otherCard, cart)).not.toBe(first);
  });

  it('is new for another cart (the key of a failed try bought the cart of then)', () => {
    const key = newPage();
    const first = key.keyFor(card, cart);
    key.endTry('unknown');
    expect(key.keyFor(card, cartOf(9))).not.toBe(first);
  });

  it('is new for another cart after a reload', () => {
    const first = newPage().keyFor(card, cart);
    expect(newPage().keyFor(card, cartOf(9))).not.toBe(first);
  });

  it.each(['', 'an-older-page-left-this', '{"key":"k"}', 'null'])(
    'is new when %j is in the storage',
    (left) => {
      storage.setItem('fieldnote.purchase', left);
      expect(newPage().triedCart()).toBeUndefined();
      expect(newPage().keyFor(card, cart)).toMatch(/^[0-9a-f]{32}$/);
    },
  );

  it('outlives a reload of the page', () => {
    const before = newPage();
    const first = before.keyFor(card, cart);
    const after = newPage();
    expect(after.triedCart()).toEqual(cart);
    expect(after.keyFor(card, cart)).toBe(first);
  });

  it('goes when its first try was turned away before any charge', () => {
    const key = newPage();
    key.keyFor(card, cart);
    key.endTry('refused');
    expect(key.triedCart()).toBeUndefined();
  });

  it('stays when a try is turned away but an earlier one may go through', () => {
    const key = newPage();
    const first = key.keyFor(card, cart);
    key.endTry('unknown');
    key.keyFor(card, cart);
    key.endTry('refused');
    expect(key.keyFor(card, cart)).toBe(first);
  });

  it('never stores the details', () => {
    const stored: string[] = [];
    const key = createPurchaseKey({
      ...storage,
      setItem: (name, value) => void stored.push(name, value),
    });
    key.keyFor(card, cart);
    expect(stored).toHaveLength(2);
    expect(stored.join()).not.toContain('4242424242424242');
  });
});

it('has the form that the shop asks for', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(randomKey()).not.toBe(randomKey());
});
