import { describe, expect, it } from 'vitest';
import { evaluate, MetricHistory, type Sample } from '../src';

const sample = (value: number, labels: Record<string, string> = {}): Sample => ({
  name: 'orders_total',
  labels,
  value,
  traceId: undefined,
});

/** A history with a scrape each second from the first. */
const historyOf = (capacity: number, ...scrapes: (Sample[] | undefined)[]) => {
  const history = new MetricHistory(capacity);
  scrapes.forEach((samples, index) => {
    history.add('payment', { time: index * 1000, samples });
  });
  return history;
};

describe('the history of metrics', () => {
  it('has each series at the times of a window, and the last scrape before it', () => {
    const history = historyOf(10, [sample(1)], [sample(2), sample(5, { shop: 'b' })], undefined, [
      sample(4),
    ]);
    const window = history.window('payment', 1500);
    expect(window).toMatchObject({ times: [1000, 2000, 3000], readable: [true, false, true] });
    expect(window.series('orders_total')).toEqual([
      { labels: {}, values: [2, Number.NaN, 4] },
      { labels: { shop: 'b' }, values: [5, Number.NaN, Number.NaN] },
    ]);
    expect(window.series('orders_total', { shop: '/^b/' })).toHaveLength(1);
    expect(window.series('orders_failed_total')).toEqual([]);
    expect(history.window('payment', 0, 1000).times).toEqual([0, 1000]);
    expect(history.window('cart', 0).times).toEqual([]);
  });

  it('keeps the last scrapes up to its capacity, and only their series', () => {
    const scrapes = Array.from({ length: 50 }, (_, index) => [
      sample(index, { pod: String(Math.floor(index / 5)) }),
    ]);
    const window = historyOf(8, ...scrapes).window('payment', 0);
    expect(window.times).toEqual([42, 43, 44, 45, 46, 47, 48, 49].map((second) => second * 1000));
    expect(window.series('orders_total')).toEqual([
      { labels: { pod: '8' }, values: [42, 43, 44, ...Array(5).fill(Number.NaN)] },
      { labels: { pod: '9' }, values: [...Array(3).fill(Number.NaN), 45, 46, 47, 48, 49] },
    ]);
  });

  it('gives the same result for an earlier moment as at that time', () => {
    const history = historyOf(20, [sample(0)], [sample(0)], [sample(50)], [sample(50)], undefined, [
      sample(50),
    ]);
    const condition = {
      kind: 'rate',
      series: { service: 'payment', metric: 'orders_total' },
      window: 1,
      threshold: 10,
    } as const;
    const away = { kind: 'absent', service: 'payment' } as const;
    const said = (second: number) => [
      evaluate(condition, history, second * 1000).holds,
      evaluate(away, history, second * 1000).holds,
    ];
    expect([1, 2, 3, 4, 5].map(said)).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});
