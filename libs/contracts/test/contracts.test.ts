import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  add,
  Card,
  Checkout,
  IdempotencyKey,
  multiply,
  ProductId,
  SearchQuery,
  StorableText,
  sum,
  Uuid,
} from '../src';
import { goodCard as card } from '../src/testing';

const euros = (amount: number) => ({ amount, currency: 'EUR' as const });

describe('Money', () => {
  it('adds, multiplies and sums in minor units', () => {
    expect(add(euros(199), euros(1))).toEqual(euros(200));
    expect(multiply(euros(199), 3)).toEqual(euros(597));
    expect(sum([euros(10), euros(20), euros(12)])).toEqual(euros(42));
    expect(sum([])).toEqual(euros(0));
  });
});

const cart = { id: 'C'.repeat(22), items: [], total: euros(0), unavailable: [] };

describe('the shapes of a checkout', () => {
  it('take a card, an e-mail address and the cart as it was shown', () => {
    expect(Check(Checkout, { email: 'ada@example.test', card, cart })).toBe(true);
    expect(Check(Checkout, { email: 'ada@example.test', card, cart: { ...cart, id: null } })).toBe(
      true,
    );
  });

  it.each([
    ['an amount from the client', { email: 'ada@example.test', card, cart, total: euros(1) }],
    ['no cart (it was bought unseen)', { email: 'ada@example.test', card }],
    ['no e-mail address', { email: 'ada', card, cart }],
    [
      'a card number with letters',
      { email: 'ada@example.test', cart, card: { ...card, number: '4x' } },
    ],
    ['month 13', { email: 'ada@example.test', cart, card: { ...card, expMonth: 13 } }],
    ['a CVC of two digits', { email: 'ada@example.test', cart, card: { ...card, cvc: '12' } }],
  ])('refuse %s', (_, body) => {
    expect(Check(Checkout, body)).toBe(false);
  });

  it.each(['short', 'with space in it', 'line\nbreak-line', 'x'.repeat(129)])(
    'refuse the idempotency key %j',
    (key) => expect(Check(IdempotencyKey, key)).toBe(false),
  );

  it('refuse a card with an unknown field', () => {
    expect(Check(Card, { ...card, pin: '0000' })).toBe(false);
  });
});

describe('identifiers and text', () => {
  const uuid = '00000000-0000-4000-8000-00000000abcd';

  it('take a plain UUID only', () => {
    expect(Check(Uuid, uuid)).toBe(true);
    for (const other of [`urn:uuid:${uuid}`, `{${uuid}}`, uuid.replaceAll('-', ''), `${uuid}\n`])
      expect(Check(Uuid, other)).toBe(false);
  });

  it('refuse text that PostgreSQL cannot store', () => {
    for (const text of ['', 'Mug', 'Mug 🍵', 'a\nb']) expect(Check(StorableText, text)).toBe(true);
    for (const text of ['\u0000', 'a\ud800', '\udc00', '\udc00\ud800'])
      expect(Check(StorableText, text)).toBe(false);
  });

  it('describe text by a pattern that engines without surrogate halves can parse', () =>
    expect(JSON.stringify(StorableText)).not.toMatch(/\\uD[89A-F]/i));

  it.each(['', '-a', 'A', '../x', 'a'.repeat(65)])('refuse the product id %j', (id) =>
    expect(Check(ProductId, id)).toBe(false),
  );

  it('refuse NUL, which PostgreSQL cannot store', () => {
    expect(Check(SearchQuery, { q: 'a\u0000b', page: 1, size: 1 })).toBe(false);
    expect(Check(SearchQuery, { q: "a'; drop table products --\r\n", page: 1, size: 1 })).toBe(
      true,
    );
  });
});
