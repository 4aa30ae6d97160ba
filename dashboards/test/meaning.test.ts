import { evaluate } from '@faultline/evidence';
import { type MetricCondition, promql, timingOf } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { because, missing, testRules } from './promtool';
import { historyOf, inputSeries, type Recorded, recorded, scrapeInterval } from './series';

const why = missing('promtool');
const requests = 'http_server_request_duration_seconds_count';
const timing = timingOf(scrapeInterval / 1000);
const ups = (...values: (number | undefined)[]) => recorded('product', 'build_info', {}, values);
const counted = (status: string, ...values: (number | undefined)[]) =>
  recorded('product', requests, { http_response_status_code: status }, values);
const counts = (...values: number[][]) =>
  ['0.1', '1', '2', '+Inf'].map((le, index) =>
    recorded('product', 'http_client_request_duration_seconds_bucket', { le }, values[index] ?? []),
  );
const well = ups(...Array.from({ length: 13 }, () => 1));
const steady = (perScrape: number, from = 0) =>
  Array.from({ length: 13 }, (_, scrape) => from + scrape * perScrape);
/** Some requests that took between one and two seconds, and nothing else. */
const slow = (events: number): Recorded[] => {
  const late = steady(0).map((_, scrape) => (scrape < 6 ? 0 : events));
  return [well, ...counts(steady(0), steady(0), late, late)];
};
const nothing: undefined[] = [undefined, undefined, undefined, undefined];

const behind = (store: string, ...values: number[]) =>
  recorded('product', 'redis_replica_lag_bytes', { db_namespace: store }, values);

const errors = {
  kind: 'ratio',
  numerator: {
    service: 'product',
    metric: requests,
    labels: { http_response_status_code: '/^5/' },
  },
  denominator: { service: 'product', metric: requests },
  window: 60,
} as const;
const p90 = {
  kind: 'quantile',
  series: { service: 'product', metric: 'http_client_request_duration_seconds' },
  quantile: 0.9,
  window: 60,
} as const;

/** Conditions without their threshold, which the tests put below and above what libs/evidence finds. */
type Unbound<Condition> = Condition extends { threshold: number }
  ? Omit<Condition, 'threshold'>
  : never;

const cases: { title: string; when: Unbound<MetricCondition>; series: Recorded[] }[] = [
  {
    title: 'a share of what both grew by, not of what both are',
    when: errors,
    series: [well, counted('200', ...steady(8, 9000)), counted('500', ...steady(2, 1))],
  },
  {
    title: 'failures whose series begins with them',
    when: errors,
    series: [
      well,
      counted('200', ...steady(10)),
      counted('503', ...nothing, ...nothing, ...nothing, 90),
    ],
  },
  {
    title: 'a process that was there before it was scraped',
    when: errors,
    series: [
      ups(...nothing, 1, 1, 1, 1, 1, 1, 1, 1, 1),
      counted('200', ...nothing, ...steady(9, 400).slice(4)),
      counted('500', ...nothing, ...steady(1, 90_000).slice(4)),
    ],
  },
  {
    title: 'a counter that begins again at 0',
    when: errors,
    series: [
      well,
      counted('200', 900, 930, 960, 990, 1020, 1050, 1080, 30, 60, 90, 120, 150, 180),
      counted('500', 900, 910, 920, 930, 940, 950, 960, 10, 20, 30, 40, 50, 60),
    ],
  },
  {
    title: 'a rate a second',
    when: { kind: 'rate', series: { service: 'product', metric: requests }, window: 60 },
    series: [well, counted('200', ...steady(20))],
  },
  {
    title: 'a rate as a share of a gauge of its process',
    when: {
      kind: 'rate',
      series: { service: 'product', metric: 'process_cpu_seconds_total' },
      of: { service: 'product', metric: 'process_cpu_usable_cores' },
      window: 60,
    },
    series: [
      well,
      recorded('product', 'process_cpu_seconds_total', {}, steady(2)),
      recorded('product', 'process_cpu_usable_cores', {}, steady(0, 0.5)),
    ],
  },
  {
    title: 'a quantile within its bucket',
    when: p90,
    series: [well, ...counts(steady(0), steady(80), steady(100), steady(100))],
  },
  {
    title: 'a quantile beyond the last bound',
    when: p90,
    series: [well, ...counts(steady(0), steady(0), steady(10), steady(100))],
  },
  {
    title: 'the highest of several gauges',
    when: {
      kind: 'gauge',
      series: { service: 'product', metric: 'redis_replica_lag_bytes' },
      comparison: 'above',
    },
    series: [well, behind('a', ...steady(0, 10)), behind('b', ...steady(0, 20))],
  },
  {
    title: 'the worst of the values of a label',
    when: { ...errors, by: 'http_route' },
    series: [
      well,
      ...['/good', '/bad'].flatMap((http_route, index) => [
        recorded('product', requests, { http_route, http_response_status_code: '200' }, steady(8)),
        recorded(
          'product',
          requests,
          { http_route, http_response_status_code: '500' },
          steady(index * 2, 1),
        ),
      ]),
    ],
  },
  {
    title: 'what a gauge was at least all the time',
    when: {
      kind: 'gauge',
      series: { service: 'product', metric: 'redis_replica_lag_bytes' },
      comparison: 'above',
      window: 60,
    },
    series: [well, behind('a', ...steady(0, 10)), behind('b', ...steady(2, 4))],
  },
  {
    title: 'growth of a gauge',
    when: {
      kind: 'growth',
      series: { service: 'product', metric: 'redis_replica_lag_bytes' },
      window: 60,
    },
    series: [well, behind('a', ...steady(5, 100))],
  },
];

/** Conditions, and whether each holds at the end of the series; what Prometheus has against it. */
const complaints = (series: readonly Recorded[], expected: readonly [MetricCondition, boolean][]) =>
  testRules('groups: []', [
    {
      interval: '5s',
      input_series: series.map(inputSeries),
      promql_expr_test: expected.map(([condition, holds]) => ({
        expr: `count(${promql(condition, timing)}) or vector(0)`,
        eval_time: '1m',
        exp_samples: [{ labels: '{}', value: holds ? 1 : 0 }],
      })),
    },
  ]);

describe.skipIf(why)(`PromQL means what libs/evidence does${because(why)}`, () => {
  it.each(cases)('for $title', ({ when, series }) => {
    const now = 12 * scrapeInterval;
    const bounded = (threshold: number): MetricCondition => ({ ...when, threshold });
    const { value = 0 } = evaluate(bounded(0), historyOf(series), now);
    expect(value).toBeGreaterThan(0);
    // `increase` reckons with what it did not see, so that the two agree but roughly.
    const expected: [MetricCondition, boolean][] = [0.85, 1.15].map((times) => [
      bounded(value * times),
      times < 1,
    ]);
    for (const [condition, holds] of expected)
      expect(evaluate(condition, historyOf(series), now).holds).toBe(holds);
    expect(complaints(series, expected)).toBe('');
  });

  it('for a gauge that has not existed for long', () => {
    const late = recorded('product', 'redis_replica_link_up', { db_namespace: 'a' }, [
      ...nothing,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ]);
    const down: MetricCondition = {
      kind: 'gauge',
      series: { service: 'product', metric: 'redis_replica_link_up' },
      comparison: 'below',
      threshold: 1,
      window: 60,
    };
    expect(evaluate(down, historyOf([well, late]), 12 * scrapeInterval).holds).toBe(false);
    expect(complaints([well, late], [[down, false]])).toBe('');
  });

  it('for as many slow events as somebody is told of', () => {
    const condition: MetricCondition = { ...p90, threshold: 1, minOver: 3 };
    expect(evaluate(condition, historyOf(slow(3)), 12 * scrapeInterval).holds).toBe(true);
    expect(complaints(slow(3), [[condition, true]])).toBe('');
  });

  it('for what says nothing: too few requests, no requests, no series', () => {
    const few = [well, counted('500', ...steady(0, 5).slice(1), 7)];
    const idle = [well, counted('500', ...steady(0, 5)), ...counts(...Array(4).fill(steady(0, 7)))];
    const silent: [Recorded[], MetricCondition][] = [
      [few, { ...errors, threshold: 0.1, minEvents: 3 }],
      [few, { ...errors, threshold: 0.1, minNumerator: 3 }],
      [idle, { ...errors, threshold: 0.1 }],
      [idle, { ...p90, threshold: 0.01 }],
      [slow(2), { ...p90, threshold: 1, minOver: 3 }],
      [[well], { ...errors, threshold: 0.1 }],
      [
        [well],
        {
          kind: 'gauge',
          series: { service: 'product', metric: 'redis_replica_lag_bytes' },
          comparison: 'below',
          threshold: 5,
        },
      ],
    ];
    for (const [series, condition] of silent) {
      expect(evaluate(condition, historyOf(series), 12 * scrapeInterval).holds).toBe(false);
      expect(complaints(series, [[condition, false]])).toBe('');
    }
  });
});
