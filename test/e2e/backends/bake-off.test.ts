import { expect, it } from 'vitest';
import { bakeOff } from '../src/bake-off/bake-off';

it('finds a fault by the service map, an alert and a burn rate', async () => {
  const { quiet, faults } = await bakeOff({
    keys: ['payment'],
    healthyMinutes: 0,
    tell: () => undefined,
  });
  expect(quiet).toBeUndefined();
  const located = faults[0]?.verdicts.filter((each) => each.located);
  expect(located?.map(({ detector }) => detector)).toEqual(['console', 'alert', 'burnRate']);
}, 420_000);
