import { expect, it } from 'vitest';
import type { MetricCondition } from '../src';

/** What must not compile: the compiler complains of each `@ts-expect-error` that expects too much. */
const refused: MetricCondition[] = [
  {
    kind: 'rate',
    // @ts-expect-error: there is no such metric
    series: { service: 'payment', metric: 'payment_total' },
    window: 30,
    threshold: 1,
  },
  {
    kind: 'rate',
    // @ts-expect-error: the metric has no such label
    series: { service: 'payment', metric: 'payments_total', labels: { outcom: 'failed' } },
    window: 30,
    threshold: 1,
  },
  {
    kind: 'rate',
    // @ts-expect-error: the metric has no labels
    series: { service: 'payment', metric: 'orders_total', labels: { outcome: 'failed' } },
    window: 30,
    threshold: 1,
  },
  {
    kind: 'quantile',
    // @ts-expect-error: a counter has no quantiles
    series: { service: 'payment', metric: 'payments_total' },
    quantile: 0.9,
    window: 30,
    threshold: 1,
  },
  {
    kind: 'gauge',
    // @ts-expect-error: a histogram is no gauge
    series: { service: 'payment', metric: 'http_client_request_duration_seconds' },
    comparison: 'above',
    threshold: 1,
  },
];

it('a condition is of metrics that there are, and of their labels', () => {
  expect(refused).toHaveLength(5);
});
