import { beforeEach, describe, expect, it } from 'vitest';
import {
  createPurchaseKey,
  type KeyStorage,
  randomKey,
} from '../../storefront/src/checkout/purchase-key';

const details = (number: string) => ({
  email: 'ada@example.org',
  card: { number, expMonth: 8, expYear: 2029, cvc: '123' },
});
const card = details('4242424242424242');
const otherCard = details('4000000000000002');

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
    const first = key.keyFor(card);
    key.endTry('unknown');
    expect(key.isInDoubt()).toBe(true);
    expect(key.keyFor(card)).toBe(first);
  });

  it('is new after a purchase and after a decline', () => {
    const key = newPage();
    const first = key.keyFor(card);
    key.endTry('final');
    expect(key.isInDoubt()).toBe(false);
    expect(key.keyFor(card)).not.toBe(first);
  });

  it('is new for other details', () => {
    const key = newPage();
    const first = key.keyFor(card);
    key.endTry('unknown');
    expect(key.keyFor(otherCard)).not.toBe(first);
  });

  it('outlives a reload of the page', () => {
    const before = newPage();
    const first = before.keyFor(card);
    const after = newPage();
    expect(after.isInDoubt()).toBe(true);
    expect(after.keyFor(card)).toBe(first);
  });

  it('goes when its first try was turned away before any charge', () => {
    const key = newPage();
    key.keyFor(card);
    key.endTry('refused');
    expect(key.isInDoubt()).toBe(false);
  });

  it('stays when a try is turned away but an earlier one may go through', () => {
    const key = newPage();
    const first = key.keyFor(card);
    key.endTry('unknown');
    key.keyFor(card);
    key.endTry('refused');
    expect(key.keyFor(card)).toBe(first);
  });

  it('never stores the details', () => {
    const stored: string[] = [];
    const key = createPurchaseKey({
      ...storage,
      setItem: (name, value) => void stored.push(name, value),
    });
    key.keyFor(card);
    expect(stored).toHaveLength(2);
    expect(stored.join()).not.toContain('4242424242424242');
  });
});

it('has the form that the shop asks for', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(randomKey()).not.toBe(randomKey());
});
