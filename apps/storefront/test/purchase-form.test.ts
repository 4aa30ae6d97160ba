import { describe, expect, it } from 'vitest';
import {
  emptyPurchaseForm,
  hint,
  type PurchaseForm,
  purchaseFields,
  readForm,
} from '../src/checkout/purchase-form';

const filled: PurchaseForm = {
  email: ' ada@example.org ',
  number: '4242 4242 4242 4242',
  expiry: '08/29',
  cvc: '123',
};
const today = new Date(2027, 0, 15);

describe('a form that is read', () => {
  it('becomes what the shop takes', () => {
    expect(readForm(filled)).toEqual({
      payer: {
        email: 'ada@example.org',
        card: { number: '4242424242424242', expMonth: 8, expYear: 2029, cvc: '123' },
      },
    });
  });

  it('names every empty field', () => {
    const read = readForm(emptyPurchaseForm);
    expect('errors' in read && Object.keys(read.errors).sort()).toEqual([...purchaseFields].sort());
  });

  it('is not sent with a date that cannot be read', () => {
    expect(readForm({ ...filled, expiry: '8' })).toMatchObject({
      errors: { expiry: expect.stringContaining('08/29') },
    });
  });

  it('is sent with a number that only looks wrong: the server decides', () => {
    expect(readForm({ ...filled, number: '4242 4242 4242 4241' })).toHaveProperty('payer');
    expect(readForm({ ...filled, expiry: '01/20' })).toHaveProperty('payer');
  });
});

describe('hints', () => {
  it('say nothing about empty and about good fields', () => {
    for (const field of purchaseFields) {
      expect(hint(field, emptyPurchaseForm, today)).toBeUndefined();
      expect(hint(field, filled, today)).toBeUndefined();
    }
  });

  it.each([
    ['email', 'ada@', 'you@example.org'],
    ['number', '4242', '12 to 19'],
    ['number', '4242 4242 4242 4241', 'mistyped'],
    ['expiry', '99', 'month, slash, year'],
    ['expiry', '12/26', 'past'],
    ['cvc', '12', 'three digits'],
  ] as const)('about %s %j mention "%s"', (field, text, words) => {
    expect(hint(field, { ...filled, [field]: text }, today)).toContain(words);
  });
});
