import { expect, it } from 'vitest';
import { type Spacing, startArrivals } from '../src/driver/arrivals';
import { seededRandom } from '../src/journeys';

const count = 200;

/** The moments (ms) of the first arrivals at 400 a second. */
const arrivals = (spacing: Spacing): Promise<number[]> => {
  const startedAt = performance.now();
  const moments: number[] = [];
  const { promise, resolve } = Promise.withResolvers<number[]>();
  const end = startArrivals({
    rate: 400,
    spacing,
    random: seededRandom(7),
    onArrival: () => {
      moments.push(performance.now() - startedAt);
      if (moments.length < count) return;
      end();
      resolve(moments);
    },
  });
  return promise;
};

it.each<Spacing>(['constant', 'poisson'])('%s arrivals keep their rate', async (spacing) => {
  const moments = await arrivals(spacing);
  expect(moments.at(-1)).toBeGreaterThan(400);
  expect(moments.at(-1)).toBeLessThan(1000);
});

it('makes up at once for arrivals that a busy process was late for', async () => {
  const startedAt = performance.now();
  const all = arrivals('constant');
  while (performance.now() - startedAt < 300);
  const [first = 0, ...others] = await all;
  // 120 were due in that time, which at their own pace would take 300 ms more.
  expect(others.filter((moment) => moment - first < 50).length).toBeGreaterThan(100);
});
