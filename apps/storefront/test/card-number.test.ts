import { passesLuhn } from '@faultline/contracts/cards';
import { describe, expect, it } from 'vitest';
import { digitsOf, groupDigits } from '../src/checkout/card-number';
import { testCards } from '../src/checkout/test-cards';

it('groups digits as they stand on a card', () => {
  expect(groupDigits('4242424242424242')).toBe('4242 4242 4242 4242');
  expect(groupDigits('42424')).toBe('4242 4');
  expect(groupDigits('4242-4242')).toBe('4242 4242');
  expect(digitsOf(groupDigits('1'.repeat(25)))).toHaveLength(19);
});

describe('the check digit', () => {
  it.each(testCards.map(({ number }) => digitsOf(number)))('passes %s', (number) => {
    expect(passesLuhn(number)).toBe(true);
  });

  it.each(['4242424242424241', '4242424242424422', ''])('does not pass %j', (number) => {
    expect(passesLuhn(number)).toBe(false);
  });
});
