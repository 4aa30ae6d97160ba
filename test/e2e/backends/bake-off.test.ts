import { expect, it } from 'vitest';
import { bakeOff } from '../src/bake-off/bake-off';

it('finds a fault by the service map, the boards, an alert and a burn rate, and tells Slack of it and of its end', async () => {
  const { quiet, faults } = await bakeOff({
    keys: ['payment'],
    healthyMinutes: 0,
    tell: () => undefined,
  });
  expect(quiet).toBeUndefined();
  const located = faults[0]?.verdicts.filter((each) => each.located);
  expect(located?.map(({ detector }) => detector)).toEqual([
    'console',
    'board',
    'alert',
    'burnRate',
  ]);
  expect(faults[0]?.told).toBeGreaterThan(0);
  expect(faults[0]?.resolved).toBeGreaterThan(0);
}, 420_000);

it('rolls a service out while it watches a healthy shop, without a failed request', async () => {
  const { quiet } = await bakeOff({ keys: [], healthyMinutes: 1, tell: () => undefined });
  expect(quiet?.duringRollOuts.sent).toBeGreaterThan(100);
  expect(quiet?.duringRollOuts.failed).toBe(0);
  expect(quiet?.falseAlarms.map(({ name }) => name)).not.toContain('cart offline');
}, 420_000);
