import { faultKeys } from '@faultline/faults';
import { describe, expect, it, vi } from 'vitest';
import { faultsOfTheDay, namedFaults } from '../src/choose';
import { shareOf, shareOfDay } from '../src/share-of-day';

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
});

it('goes through a share of the cases on each day, and through all when none is asked for', () => {
  const cases = ['one', 'two', 'three'];
  expect([0, 1].map((number) => shareOf(cases, 2, day(number)))).toEqual([
    ['one', 'three'],
    ['two'],
  ]);
  vi.stubEnv('SHARE', 'today');
  expect(cases.map((name) => shareOfDay([name, name], 2))).toEqual(cases.map((name) => [name]));
  vi.stubEnv('SHARE', undefined);
  expect(shareOfDay(cases, 2)).toEqual(cases);
  vi.unstubAllEnvs();
});
