import { describe, expect, it } from 'vitest';
import { SlidingWindow } from '../src/driver/sliding-window';

/** A window of ten seconds on a clock that the test moves. */
const windowAt = () => {
  const clock = { milliseconds: 0 };
  return { clock, window: new SlidingWindow(10, () => clock.milliseconds) };
};

describe('the sliding window', () => {
  it('gives percentiles to two digits', () => {
    const { window } = windowAt();
    for (let milliseconds = 1; milliseconds <= 1000; milliseconds += 1) window.record(milliseconds);
    const { p50, p95, p99 } = window.read().latency;
    expect(p50 / 500).toBeCloseTo(1, 1);
    expect(p95 / 950).toBeCloseTo(1, 1);
    expect(p99 / 990).toBeCloseTo(1, 1);
    expect(p50).toBeLessThan(p95);
    expect(p95).toBeLessThan(p99);
  });

  it('keeps what is slower than it can tell as its slowest', () => {
    const { window } = windowAt();
    window.record(3_600_000);
    expect(window.read().latency.p95 / 60_000).toBeCloseTo(1, 1);
  });

  it('forgets what is older than its length', () => {
    const { clock, window } = windowAt();
    window.count('failed');
    window.record(900);
    clock.milliseconds = 9_900;
    window.count('succeeded');
    expect(window.read().counts).toMatchObject({ failed: 1, succeeded: 1 });
    clock.milliseconds = 10_000;
    expect(window.read().counts).toMatchObject({ failed: 0, succeeded: 1 });
    expect(window.read().latency.p95).toBe(0);
  });

  it('knows how long it has looked', () => {
    const { clock, window } = windowAt();
    clock.milliseconds = 2_500;
    expect(window.read().seconds).toBe(2.5);
    clock.milliseconds = 60_250;
    expect(window.read().seconds).toBe(9.25);
  });
});
