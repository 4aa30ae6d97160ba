import { expect, it, vi } from 'vitest';
import { shareOf, shareOfDay } from '../src';

const day = (number: number) => new Date(number * 86_400_000);

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
