import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Spacing, startArrivals } from '../src/driver/arrivals';
import { seededRandom } from '../src/journeys';

const rate = 400;

/** Lets shoppers arrive from now on. Gives the moments (ms) at which they do. */
const arrivals = (spacing: Spacing): { moments: number[]; end(): void } => {
  const startedAt = performance.now();
  const moments: number[] = [];
  const end = startArrivals({
    rate,
    spacing,
    random: seededRandom(7),
    onArrival: () => moments.push(performance.now() - startedAt),
  });
  return { moments, end };
};

describe('arrivals', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each<Spacing>(['constant', 'poisson'])('keep their rate: %s', (spacing) => {
    vi.useFakeTimers();
    const { moments, end } = arrivals(spacing);
    vi.advanceTimersByTime(5_000);
    end();
    expect(moments.length / (5 * rate)).toBeCloseTo(1, 1);
    const gaps = moments.map((moment, index) => moment - (moments[index - 1] ?? 0));
    const even = gaps.every((gap) => Math.abs(gap - 1000 / rate) <= 1);
    expect(even).toBe(spacing === 'constant');
  });

  it('make up at once for the time in which a busy process was late for them', async () => {
    const startedAt = performance.now();
    const { moments, end } = arrivals('constant');
    while (performance.now() - startedAt < 300);
    await vi.waitUntil(() => moments.length > 0, { interval: 1 });
    end();
    // 120 were due in that time.
    expect(moments.length).toBeGreaterThanOrEqual(119);
  });
});
