import type { Frame } from '@faultline/contracts/console';
import { defineService } from '@faultline/service';
import { startForTest } from '@faultline/service/testing';
import { Type } from 'typebox';
import { expect, it, onTestFinished } from 'vitest';
import { takeProfile } from '../src/profile/take-profile';

/** Keeps the CPU busy, under a name to look for. */
const spendTime = (): number => {
  const end = performance.now() + 20;
  let turns = 0;
  while (performance.now() < end) turns += Math.sqrt(turns);
  return turns;
};

const framesIn = (frame: Frame): Frame[] => [frame, ...frame.children.flatMap(framesIn)];

it('shows where a service spends its CPU time', async () => {
  const service = await startForTest(
    defineService({ name: 'cart', config: Type.Object({}), build: async () => undefined }),
    {},
    { wait: false },
  );
  onTestFinished(() => service.stop());
  const timer = setInterval(spendTime, 25);
  onTestFinished(() => clearInterval(timer));
  const root = await takeProfile(() => service.adminUrl, 'cart', { seconds: 1 });
  const frames = framesIn(root);
  const found = frames.find(({ name }) => name.startsWith('spendTime'));
  expect(found?.value).toBeGreaterThan(100);
  expect(root.value).toBeGreaterThanOrEqual(found?.value ?? Number.NaN);
  for (const { value, children } of frames)
    expect(children.reduce((sum, child) => sum + child.value, 0)).toBeLessThanOrEqual(
      value + 0.001,
    );

  const both = [1, 2].map(() => takeProfile(() => service.adminUrl, 'cart', { seconds: 1 }));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { statusCode: 409, code: 'not-running' },
  });
});

it('says when a service cannot be profiled', async () => {
  await expect(takeProfile(() => undefined, 'cart', { seconds: 1 })).rejects.toMatchObject({
    code: 'unknown-component',
  });
  await expect(
    takeProfile(() => 'http://127.0.0.1:9', 'cart', { seconds: 1 }),
  ).rejects.toMatchObject({ statusCode: 409, code: 'not-running' });
});
