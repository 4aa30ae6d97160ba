import type { MetricCondition } from '@faultline/slo';
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

const charged = (succeeded: number, failed: number): string =>
  `payments_total{outcome="succeeded"} ${succeeded}\npayments_total{outcome="failed"} ${failed}\n`;
const payments = { service: 'product', metric: 'payments_total' } as const;
const failedPayments = {
  kind: 'ratio',
  numerator: { ...payments, labels: { outcome: '/^fail/' } },
  denominator: payments,
  window: 10,
  threshold: 0.1,
} as const;

describe('a ratio', () => {
  it('is that of the increases of both counters', () => {
    const history = historyOf(charged(100, 50), charged(108, 52));
    expect(evaluate(failedPayments, history, now)).toEqual({ holds: true, value: 0.2 });
    expect(evaluate({ ...failedPayments, threshold: 0.3 }, history, now).holds).toBe(false);
  });

  it('is undefined with too few events', () => {
    const history = historyOf(charged(100, 50), charged(100, 50));
    expect(evaluate(failedPayments, history, now)).toEqual({ holds: false, value: undefined });
    const few = { ...failedPayments, minEvents: 20 };
    expect(evaluate(few, historyOf(charged(0, 0), charged(9, 9)), now).holds).toBe(false);
    const alone = { ...failedPayments, minNumerator: 3 };
    expect(evaluate(alone, historyOf(charged(0, 0), charged(2, 2)), now).holds).toBe(false);
    expect(evaluate(alone, historyOf(charged(0, 0), charged(3, 3)), now).holds).toBe(true);
  });

  it('counts from 0 after a restart', () => {
    const history = historyOf(charged(100, 50), charged(6, 4));
    expect(evaluate(failedPayments, history, now).value).toBe(0.4);
  });

  it('counts a new series from 0', () => {
    const history = historyOf('payments_total{outcome="succeeded"} 5\n', charged(10, 5));
    expect(evaluate(failedPayments, history, now).value).toBe(0.5);
  });

  it('does not look back beyond its window, or beyond a moment', () => {
    const pages = [
      charged(0, 0),
      charged(0, 100),
      ...Array.from({ length: 12 }, (_, n) => charged(n, 100)),
    ];
    expect(evaluate(failedPayments, historyOf(...pages), now).holds).toBe(false);
    const cut = historyOf(charged(0, 0), charged(0, 9), charged(5, 9), charged(9, 9));
    expect(evaluate(failedPayments, cut, now).holds).toBe(true);
    expect(evaluate(failedPayments, cut, now, now - 1000).holds).toBe(false);
  });
});

it('a rate is per second', () => {
  const rate: MetricCondition = { kind: 'rate', series: payments, window: 10, threshold: 3 };
  const history = historyOf(charged(0, 0), charged(4, 0), charged(8, 0));
  expect(evaluate(rate, history, now)).toEqual({ holds: true, value: 4 });
});

it('a rate is a share of what its process can use, and nothing where that is unknown', () => {
  const cpu: MetricCondition = {
    kind: 'rate',
    series: { service: 'product', metric: 'process_cpu_seconds_total' },
    window: 10,
    threshold: 0.8,
    of: { service: 'product', metric: 'process_cpu_usable_cores' },
  };
  const page = (seconds: number, cores?: number): string =>
    `process_cpu_seconds_total ${seconds}\n${cores ? `process_cpu_usable_cores ${cores}\n` : ''}`;
  expect(evaluate(cpu, historyOf(page(0, 0.5), page(0.5, 0.5)), now)).toEqual({
    holds: true,
    value: 1,
  });
  expect(evaluate(cpu, historyOf(page(0, 1), page(0.5, 1)), now).holds).toBe(false);
  expect(evaluate(cpu, historyOf(page(0), page(1)), now).holds).toBe(false);
});

describe('a quantile', () => {
  const buckets = (...counts: number[]): string =>
    ['0.1', '1', '2', '+Inf']
      .map(
        (bound, index) =>
          `http_server_request_duration_seconds_bucket{le="${bound}"} ${counts[index] ?? 0}\n`,
      )
      .join('');
  const p90: MetricCondition = {
    kind: 'quantile',
    series: { service: 'product', metric: 'http_server_request_duration_seconds' },
    quantile: 0.9,
    window: 10,
    threshold: 1,
  };

  it('is interpolated within its bucket, as PromQL does', () => {
    const history = historyOf(buckets(), buckets(0, 80, 100, 100));
    expect(evaluate(p90, history, now)).toEqual({ holds: true, value: 1.5 });
  });

  it('is the highest finite bound if it lies beyond', () => {
    expect(evaluate(p90, historyOf(buckets(), buckets(0, 0, 10, 100)), now).value).toBe(2);
  });

  it('needs so many events above its threshold', () => {
    const few: MetricCondition = { ...p90, minOver: 3 };
    expect(evaluate(few, historyOf(buckets(), buckets(0, 0, 2, 2)), now).holds).toBe(false);
    expect(evaluate(few, historyOf(buckets(), buckets(0, 0, 2, 3)), now).holds).toBe(true);
  });

  it('is undefined without observations', () => {
    const history = historyOf(buckets(1, 1, 1, 1), buckets(1, 1, 1, 1));
    expect(evaluate(p90, history, now)).toEqual({ holds: false, value: undefined });
  });
});

it('a gauge is the last value, the maximum of several series', () => {
  const lag = (...values: [store: string, bytes: number][]): string =>
    values
      .map(([store, bytes]) => `redis_replica_lag_bytes{db_namespace="${store}"} ${bytes}\n`)
      .join('');
  const history = historyOf(
    lag(['a-replica', 900]),
    lag(['a-replica', 10], ['b-replica', 20], ['a', 999]),
  );
  const condition = {
    kind: 'gauge',
    series: {
      service: 'product',
      metric: 'redis_replica_lag_bytes',
      labels: { db_namespace: '/replica$/' },
    },
    threshold: 15,
  } as const;
  expect(evaluate({ ...condition, comparison: 'above' }, history, now)).toEqual({
    holds: true,
    value: 20,
  });
  expect(evaluate({ ...condition, comparison: 'below' }, history, now).holds).toBe(false);
});

describe('a gauge with a window', () => {
  const link = (up: number | undefined) =>
    up === undefined ? '' : `redis_replica_link_up{db_namespace="a-replica"} ${up}\n`;
  const down: MetricCondition = {
    kind: 'gauge',
    series: { service: 'product', metric: 'redis_replica_link_up' },
    comparison: 'below',
    threshold: 1,
    window: 3,
  };
  const holds = (...values: (number | undefined)[]): boolean =>
    evaluate(down, historyOf(...values.map(link)), now).holds;

  it('has been beyond its threshold for as long', () => {
    expect(holds(1, 0, 0, 0, 0)).toBe(true);
    expect(holds(1, 1, 0, 0, 0)).toBe(false);
    expect(holds(0, 0, 1, 0, 0)).toBe(false);
  });

  it('says nothing of the time in which nobody looked, nor by what was before', () => {
    const history = new MetricHistory({ scrapes: 9 });
    const add = (ago: number, page: string | undefined) =>
      history.add('product', {
        time: now - ago * 1000,
        samples: page === undefined ? undefined : parseMetrics(page),
      });
    add(3_600, link(0));
    add(1, undefined);
    expect(evaluate(down, history, now).holds).toBe(false);
    add(0, link(0));
    expect(evaluate(down, history, now).holds).toBe(false);
    for (const later of [2, 4]) add(-later, link(0));
    expect(evaluate(down, history, now + 4_000).holds).toBe(true);
  });

  it('says nothing until it has existed for as long', () => {
    expect(holds(0, 0, 0)).toBe(false);
    expect(holds(undefined, undefined, 0, 0, 0)).toBe(false);
  });
});

it('a ratio by a label is that of the worst of its values', () => {
  const page = (good: number, bad: number): string =>
    ['search', 'list']
      .map(
        (route) =>
          `payments_total{reason="${route}",outcome="succeeded"} ${route === 'list' ? good : 0}\n` +
          `payments_total{reason="${route}",outcome="failed"} ${route === 'search' ? bad : 0}\n`,
      )
      .join('');
  const history = historyOf(page(0, 0), page(96, 4));
  expect(evaluate(failedPayments, history, now)).toEqual({ holds: false, value: 0.04 });
  const byReason = { ...failedPayments, by: 'reason' } as const;
  expect(evaluate(byReason, history, now)).toEqual({ holds: true, value: 1 });
  expect(evaluate({ ...byReason, minEvents: 5 }, history, now)).toEqual({ holds: false, value: 0 });
});

it('growth does not count in a process that has just started', () => {
  const grown: MetricCondition = {
    kind: 'growth',
    series: { service: 'product', metric: 'process_resident_memory_bytes' },
    window: 10,
    threshold: 50,
    minAge: 120,
  };
  const startedAgo = (seconds: number) =>
    historyOf(
      ...[100, 160].map(
        (bytes) =>
          `process_resident_memory_bytes ${bytes}\nprocess_start_time_seconds ${now / 1000 - seconds}\n`,
      ),
    );
  expect(evaluate(grown, startedAgo(60), now)).toEqual({ holds: false, value: undefined });
  expect(evaluate(grown, startedAgo(180), now)).toEqual({ holds: true, value: 60 });
});

it('changes are counted', () => {
  const restarts: MetricCondition = {
    kind: 'changes',
    series: { service: 'product', metric: 'process_start_time_seconds' },
    window: 60,
    threshold: 2,
  };
  const history = (...starts: (number | undefined)[]) =>
    historyOf(
      ...starts.map((start) =>
        start === undefined ? undefined : `process_start_time_seconds ${start}\n`,
      ),
    );
  expect(evaluate(restarts, history(1, 1, undefined, 5, 5, 9), now)).toEqual({
    holds: false,
    value: 2,
  });
  expect(evaluate(restarts, history(1, 5, undefined, 9, 12), now).holds).toBe(true);
});

it('growth is between the first and the last', () => {
  const memory = 'process_resident_memory_bytes';
  const history = historyOf(...[100, 90, 160].map((bytes) => `${memory} ${bytes}\n`));
  const grown: MetricCondition = {
    kind: 'growth',
    series: { service: 'product', metric: memory },
    window: 10,
    threshold: 50,
  };
  expect(evaluate(grown, history, now)).toEqual({ holds: true, value: 60 });
});

it('growth of several instances is that of the one that grew most', () => {
  const memory = 'process_resident_memory_bytes';
  const pages = [
    [100, 400],
    [130, 410],
  ].map((bytes) => bytes.map((value, n) => `${memory}{instance="${n}"} ${value}\n`).join(''));
  const grown: MetricCondition = {
    kind: 'growth',
    series: { service: 'product', metric: memory },
    window: 10,
    threshold: 50,
  };
  expect(evaluate(grown, historyOf(...pages), now)).toEqual({ holds: false, value: 30 });
});

it('a service is absent while its metrics cannot be read', () => {
  const absent: MetricCondition = { kind: 'absent', service: 'product' };
  expect(evaluate(absent, historyOf(), now).holds).toBe(false);
  expect(evaluate(absent, historyOf('up 1\n', undefined), now).holds).toBe(true);
  expect(evaluate(absent, historyOf(undefined, 'up 1\n'), now).holds).toBe(false);
});
