import { expectTypeOf, it } from 'vitest';
import type { MetricCondition } from '../src';

type Limits = { window: number; threshold: number };
type Rate<Series> = Limits & { kind: 'rate'; series: Series };
type Quantile<Series> = Limits & { kind: 'quantile'; series: Series; quantile: number };
type Gauge<Series> = { kind: 'gauge'; series: Series; comparison: 'above'; threshold: number };
type Of<Metric> = { service: 'payment'; metric: Metric };
type Labelled<Metric, Labels> = Of<Metric> & { labels: Labels };

// Checked by the compiler, in `typecheck`.
it('a condition is of metrics that there are, and of their labels', () => {
  expectTypeOf<Rate<Of<'payments_total'>>>().toExtend<MetricCondition>();
  expectTypeOf<Rate<Of<'payment_total'>>>().not.toExtend<MetricCondition>();
  expectTypeOf<
    Rate<Labelled<'payments_total', { outcome: 'failed' }>>
  >().toExtend<MetricCondition>();
  expectTypeOf<
    Rate<Labelled<'payments_total', { outcom: 'failed' }>>
  >().not.toExtend<MetricCondition>();
  expectTypeOf<
    Rate<Labelled<'orders_total', { outcome: 'failed' }>>
  >().not.toExtend<MetricCondition>();
});

it('a condition is of a metric of its kind', () => {
  type Duration = Of<'http_client_request_duration_seconds'>;
  expectTypeOf<Quantile<Duration>>().toExtend<MetricCondition>();
  expectTypeOf<Quantile<Of<'payments_total'>>>().not.toExtend<MetricCondition>();
  expectTypeOf<Gauge<Of<'payments_unresolved'>>>().toExtend<MetricCondition>();
  expectTypeOf<Gauge<Duration>>().not.toExtend<MetricCondition>();
});
