import { faultKeys } from '@faultline/faults';
import { describe, expect, it } from 'vitest';
import { faultsOfTheDay, namedFaults } from '../src/choose';

const day = (number: number) => new Date(number * 86_400_000);

describe('what is proven', () => {
  it('is everything, or what is named', () => {
    expect(namedFaults([])).toEqual(faultKeys);
    expect(namedFaults(['payment'])).toEqual(['payment']);
    expect(() => namedFaults(['paymnt'])).toThrow(
      'There is no fault paymnt. Did you mean payment?',
    );
  });

  it('is a third a day, and each within three days', () => {
    const thirds = [1, 2, 3].map((number) => faultsOfTheDay([], day(number)));
    expect(thirds.map((third) => third.length)).toEqual([6, 6, 6]);
    expect(new Set(thirds.flat()).size).toBe(faultKeys.length);
  });

  it('is also what a change touches', () => {
    const touched = ['libs/faults/src/catalogue/log-flood.ts', 'apps/payment/src/faults/relay.ts'];
    for (const number of [1, 2, 3])
      expect(faultsOfTheDay(touched, day(number))).toEqual(
        expect.arrayContaining(['logFlood', 'payment', 'slowPayment', 'logLeak']),
      );
  });

  it('is not more than ten, however much has changed, and still each within three days', () => {
    const everything = faultKeys.map(
      (key) =>
        `libs/faults/src/catalogue/${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}.ts`,
    );
    const days = [1, 2, 3].map((number) => faultsOfTheDay(everything, day(number)));
    expect(days.map((keys) => keys.length)).toEqual([10, 10, 10]);
    expect(new Set(days.flat()).size).toBe(faultKeys.length);
  });
});
