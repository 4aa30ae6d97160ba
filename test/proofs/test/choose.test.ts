import { faultKeys } from '@faultline/faults';
import { describe, expect, it } from 'vitest';
import { faultsOfTheDay, namedFaults } from '../src/choose';

const days = [1, 2, 3, 4, 5, 6];
const day = (number: number) => new Date(number * 86_400_000);

describe('what is proven', () => {
  it('is everything, or what is named', () => {
    expect(namedFaults([])).toEqual(faultKeys);
    expect(namedFaults(['payment'])).toEqual(['payment']);
    expect(() => namedFaults(['paymnt'])).toThrow(
      'There is no fault paymnt. Did you mean payment?',
    );
  });

  it('is a sixth a day, and each within six days', () => {
    const shares = days.map((number) => faultsOfTheDay([], day(number)));
    expect(shares.map((share) => share.length)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(new Set(shares.flat()).size).toBe(faultKeys.length);
  });

  it.each([
    ['libs/faults/src/catalogue/log-flood.ts', ['logFlood']],
    ['apps/payment/src/faults/relay.ts', ['payment', 'slowPayment', 'logLeak']],
  ])('is also what a change touches: %s', (file, keys) => {
    for (const number of days)
      expect(faultsOfTheDay([file], day(number))).toEqual(expect.arrayContaining(keys));
  });

  it('is not more than six, however much has changed, and still each within six days', () => {
    const everything = faultKeys.map(
      (key) =>
        `libs/faults/src/catalogue/${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}.ts`,
    );
    const shares = days.map((number) => faultsOfTheDay(everything, day(number)));
    expect(shares.map((share) => share.length)).toEqual([6, 6, 6, 6, 6, 6]);
    expect(new Set(shares.flat()).size).toBe(faultKeys.length);
  });
});
