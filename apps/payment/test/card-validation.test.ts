import { passesLuhn } from '@faultline/contracts/cards';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCard, isExpired } from '../src/card-validation';
import { card } from './fixture';

const digits = [...'0123456789'];
const body = fc.stringMatching(/^[0-9]{11,18}$/);

/** The number of this body: with the one digit at its end that makes it right. */
const numberOf = (start: string): string => {
  const right = digits.map((digit) => start + digit).filter(passesLuhn);
  expect(right).toHaveLength(1);
  return right.join();
};

describe('the Luhn check', () => {
  it.each([
    ['a Visa number', '4242424242424242'],
    ['a Mastercard number', '5555555555554444'],
    ['an odd count of digits', '378282246310005'],
    ['the example of its inventor', '79927398713'],
  ])('passes %s', (_, number) => {
    expect(passesLuhn(number)).toBe(true);
  });

  it.each(['4242424242424241', '4242424242424224', '79927398710', '1234567890123456'])(
    'fails %s',
    (number) => {
      expect(passesLuhn(number)).toBe(false);
    },
  );

  it('passes any number with its check digit, and fails it with any one digit changed', () => {
    const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(body, change, (start, { at, by }) => {
        const number = numberOf(start);
        const position = at % number.length;
        const changed = (Number(number[position]) + by) % 10;
        expect(passesLuhn(number)).toBe(true);
        expect(passesLuhn(number.slice(0, position) + changed + number.slice(position + 1))).toBe(
          false,
        );
      }),
    );
  });
});

describe('a card', () => {
  const until = (expMonth: number, expYear: number) => ({ ...card, expMonth, expYear });

  it.each([
    ['the first instant of its month', 3, 2027, '2027-03-01T00:00:00.000Z', false],
    ['the last instant of its month', 3, 2027, '2027-03-31T23:59:59.999Z', false],
    ['the next month', 3, 2027, '2027-04-01T00:00:00.000Z', true],
    ['the last instant of its year', 12, 2026, '2026-12-31T23:59:59.999Z', false],
    ['the next year', 12, 2026, '2027-01-01T00:00:00.000Z', true],
    ['a year before', 1, 2028, '2027-12-31T23:59:59.999Z', false],
    ['an earlier year, in a later month', 12, 2025, '2026-01-31T00:00:00.000Z', true],
    ['29 February', 2, 2028, '2028-02-29T23:59:59.999Z', false],
  ])('at %s', (_, month, year, now, expired) => {
    expect(isExpired(until(month, year), new Date(now))).toBe(expired);
  });

  const now = new Date('2027-03-15T12:00:00Z');
  it('that is valid is accepted', () => {
    expect(() => checkCard(until(3, 2027), now)).not.toThrow();
  });

  it.each([
    ['has no possible number', { ...card, number: '4242424242424241' }, 'card.number'],
    ['has expired', until(2, 2027), 'card.expYear'],
  ])('that %s is refused with the name of the field', (_, refused, field) => {
    expect(() => checkCard(refused, now)).toThrow(
      expect.objectContaining({ statusCode: 422, errors: [expect.objectContaining({ field })] }),
    );
  });
});
