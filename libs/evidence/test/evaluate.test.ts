import type { MetricCondition, Series } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { evaluate, MetricHistory, parseMetrics } from '../src';

const now = 1_000_000;

/** A history of product: a page of metrics for each second up to now, the last one being now's. */
const historyOf = (...pages: (string | undefined)[]): MetricHistory => {
  const history = new MetricHistory();
  pages.forEach((page, index) => {
    history.add('product', {
      time: now - (pages.length - 1 - index) * 1000,
      samples: page === undefined ? undefined : parseMetrics(page),
    });
  });
  return history;
};

const served = (ok: number, failed: number): string =>
  `served_total{status="200",route="/a"} ${ok}\nserved_total{status="500",route="/a"} ${failed}\n`;
const of = (labels?: Series['labels']): Series => ({
  service: 'product',
  metric: 'served_total',
  ...(labels && { labels }),
});
const failedShare = {
  kind: 'ratio',
  of: of({ status: '/^5/' }),
  to: of(),
  window: 10,
  above: 0.1,
} as const;

describe('a ratio', () => {
  it('is of what both grew by', () => {
    const history = historyOf(served(100, 50), served(108, 52));
    expect(evaluate(failedShare, history, now)).toEqual({ holds: true, value: 0.2 });
    expect(evaluate({ ...failedShare, above: 0.3 }, history, now).holds).toBe(false);
  });

  it('says nothing where too little happened', () => {
    const history = historyOf(served(100, 50), served(100, 50));
    expect(evaluate(failedShare, history, now)).toEqual({ holds: false, value: undefined });
    const few = { ...failedShare, atLeast: 20 };
    expect(evaluate(few, historyOf(served(0, 0), served(9, 9)), now).holds).toBe(false);
  });

  it('begins again at 0 after a restart', () => {
    const history = historyOf(served(100, 50), served(6, 4));
    expect(evaluate(failedShare, history, now).value).toBe(0.4);
  });

  it('counts what appears later from its beginning', () => {
    const history = historyOf('served_total{status="200",route="/a"} 5\n', served(10, 5));
    expect(evaluate(failedShare, history, now).value).toBe(0.5);
  });

  it('does not look back beyond its window, or beyond a moment', () => {
    const pages = [
      served(0, 0),
      served(0, 100),
      ...Array.from({ length: 12 }, (_, n) => served(n, 100)),
    ];
    expect(evaluate(failedShare, historyOf(...pages), now).holds).toBe(false);
    const cut = historyOf(served(0, 0), served(0, 9), served(5, 9), served(9, 9));
    expect(evaluate(failedShare, cut, now).holds).toBe(true);
    expect(evaluate(failedShare, cut, now, now - 1000).holds).toBe(false);
  });
});

it('a rate is a second', () => {
  const rate: MetricCondition = { kind: 'rate', of: of(), window: 10, above: 3 };
  const history = historyOf(served(0, 0), served(4, 0), served(8, 0));
  expect(evaluate(rate, history, now)).toEqual({ holds: true, value: 4 });
});

describe('a quantile', () => {
  const buckets = (...counts: number[]): string =>
    ['0.1', '1', '2', '+Inf']
      .map((bound, index) => `took_bucket{le="${bound}"} ${counts[index] ?? 0}\n`)
      .join('');
  const p90: MetricCondition = {
    kind: 'quantile',
    of: { service: 'product', metric: 'took' },
    q: 0.9,
    window: 10,
    above: 1,
  };

  it('is interpolated within its bucket, as PromQL does', () => {
    const history = historyOf(buckets(), buckets(0, 80, 100, 100));
    expect(evaluate(p90, history, now)).toEqual({ holds: true, value: 1.5 });
  });

  it('is the highest bound where it lies beyond', () => {
    expect(evaluate(p90, historyOf(buckets(), buckets(0, 0, 10, 100)), now).value).toBe(2);
  });

  it('is nothing when nothing was observed', () => {
    const history = historyOf(buckets(1, 1, 1, 1), buckets(1, 1, 1, 1));
    expect(evaluate(p90, history, now)).toEqual({ holds: false, value: undefined });
  });
});

it('a gauge is as it was read last, the highest of several', () => {
  const lag: Series = { service: 'product', metric: 'lag', labels: { store: '/replica$/' } };
  const history = historyOf(
    'lag{store="a-replica"} 900\n',
    'lag{store="a-replica"} 10\nlag{store="b-replica"} 20\nlag{store="a"} 999\n',
  );
  expect(evaluate({ kind: 'gauge', of: lag, above: 15 }, history, now)).toEqual({
    holds: true,
    value: 20,
  });
  expect(evaluate({ kind: 'gauge', of: lag, below: 15 }, history, now).holds).toBe(false);
});

it('growth is between the first and the last', () => {
  const memory: Series = { service: 'product', metric: 'memory' };
  const history = historyOf('memory 100\n', 'memory 90\n', 'memory 160\n');
  const grown: MetricCondition = { kind: 'growth', of: memory, window: 10, above: 50 };
  expect(evaluate(grown, history, now)).toEqual({ holds: true, value: 60 });
});

it('who cannot be read is absent, until he can', () => {
  const absent: MetricCondition = { kind: 'absent', service: 'product' };
  expect(evaluate(absent, historyOf(), now).holds).toBe(false);
  expect(evaluate(absent, historyOf('up 1\n', undefined), now).holds).toBe(true);
  expect(evaluate(absent, historyOf(undefined, 'up 1\n'), now).holds).toBe(false);
});

describe('a ratio of two services', () => {
  const calls: MetricCondition = {
    kind: 'ratio',
    of: { service: 'product', metric: 'served_total' },
    to: { service: 'api-gateway', metric: 'asked_total' },
    window: 10,
    above: 1.3,
  };
  const callee = [0, 100, 200].map((total) => `served_total ${total}\n`);
  const caller = (total: number, start: number) =>
    `asked_total ${total}\nprocess_start_time_seconds ${start}\n`;
  /** Whether it holds when the caller's pages were these, every four seconds. */
  const holds = (...pages: (string | undefined)[]): boolean => {
    const history = new MetricHistory();
    const read = (page: string | undefined) => (page === undefined ? page : parseMetrics(page));
    for (const [index, page] of pages.entries()) {
      const time = now - (pages.length - 1 - index) * 4000;
      history.add('product', { time, samples: read(callee[index]) });
      history.add('api-gateway', { time, samples: read(page) });
    }
    return evaluate(calls, history, now).holds;
  };

  it('compares what both have counted', () => {
    expect(holds(caller(0, 1), caller(20, 1), caller(40, 1))).toBe(true);
    expect(holds(caller(0, 1), caller(100, 1), caller(200, 1))).toBe(false);
  });

  it('says nothing while one of them was away or has begun anew', () => {
    expect(holds(caller(0, 1), undefined, caller(40, 1))).toBe(false);
    expect(holds(caller(900, 1), caller(20, 9), caller(40, 9))).toBe(false);
  });
});
