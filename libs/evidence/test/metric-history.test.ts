import { describe, expect, it } from 'vitest';
import { evaluate, MetricHistory, type Sample } from '../src';

const sample = (value: number, labels: Record<string, string> = {}): Sample => ({
  name: 'orders_total',
  labels,
  value,
});

/** A history with a scrape each second from the first. */
const historyOf = (capacity: number, ...scrapes: (Sample[] | undefined)[]) => {
  const history = new MetricHistory({ scrapes: capacity });
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

  it('keeps fewer scrapes of longer ago, without losing the precision of large values', () => {
    const history = new MetricHistory({ scrapes: 4, older: { every: 5_000, scrapes: 6 } });
    const start = 1_795_700_000.25;
    for (let second = 0; second <= 30; second++)
      history.add('payment', { time: second * 1000, samples: [sample(start + second / 4)] });
    const { times, series } = history.window('payment', 0);
    expect(times.map((time) => time / 1000)).toEqual([5, 10, 15, 20, 25, 27, 28, 29, 30]);
    expect(series('orders_total')[0]?.values).toEqual(times.map((time) => start + time / 4000));
    // The last one before a moment is there to count from.
    expect(history.window('payment', 11_000, 28_000).times).toEqual([
      10_000, 15_000, 20_000, 25_000, 27_000, 28_000,
    ]);
    expect(history.window('payment', 28_500).times).toEqual([28_000, 29_000, 30_000]);
    expect(history.since('payment')).toBe(5_000);
  });

  it('forgets series only when no scrape that is kept has them', () => {
    const history = new MetricHistory({ scrapes: 2, older: { every: 5_000, scrapes: 2 } });
    const again = sample(1);
    for (let second = 0; second <= 11; second++)
      history.add('payment', { time: second * 1000, samples: second < 6 ? [again] : [] });
    expect(history.window('payment', 0).series('orders_total')).toEqual([
      { labels: {}, values: [1, Number.NaN, Number.NaN] },
    ]);
    history.add('payment', { time: 15_000, samples: [] });
    expect(history.seriesCount('payment')).toBe(0);
    history.add('payment', { time: 16_000, samples: [again] });
    expect(history.window('payment', 16_000).series('orders_total')).toMatchObject([
      { values: [Number.NaN, 1] },
    ]);
  });

  it('is the same after it was saved and restored', () => {
    const size = { scrapes: 3, older: { every: 2_000, scrapes: 3 } };
    const history = new MetricHistory(size);
    const scrapes = [[sample(1)], undefined, [sample(3), sample(1, { shop: 'b' })], [sample(4)]];
    scrapes.forEach((samples, second) => {
      history.add('payment', { time: second * 1000, samples });
    });
    const saved = structuredClone(history.save('payment'));
    if (!saved) throw new Error('nothing was saved');
    const restored = new MetricHistory(size);
    expect(restored.restore('payment', saved)).toBe(true);
    for (const each of [history, restored])
      each.add('payment', { time: 4_000, samples: [sample(5)] });
    const seen = (each: MetricHistory) => {
      const { times, readable, names, series } = each.window('payment', 0);
      return { times, readable, names: names(), series: series('orders_total') };
    };
    expect(seen(restored)).toEqual(seen(history));
    expect(new MetricHistory({ scrapes: 4 }).restore('payment', saved)).toBe(false);
  });

  it('keeps a series that began with NaN, as the mean of no event loop delays does', () => {
    const history = new MetricHistory({ scrapes: 2, older: { every: 1_000, scrapes: 5 } });
    [Number.NaN, 2, 3, 4].forEach((value, second) => {
      history.add('payment', { time: second * 1000, samples: [sample(value)] });
    });
    expect(history.window('payment', 1_000).series('orders_total')).toMatchObject([
      { values: [Number.NaN, 2, 3, 4] },
    ]);
    expect(history.save('payment')?.series).toMatchObject([{ base: 0 }]);
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
