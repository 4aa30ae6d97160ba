import { describe, expect, it } from 'vitest';
import { boardQueries } from '../src/grafana/queries';
import { because, missing, testRules } from './promtool';

const why = missing('promtool');

const question = boardQueries().find(({ asks }) => asks === 'Alerts of this service')?.text ?? '';

const firing = (alertname: string, service: string, component: string) => ({
  series: `ALERTS{alertname="${alertname}",alertstate="firing",priority="page",service="${service}",component="${component}",service_namespace="shop"}`,
  values: '1',
});

const input_series = [
  firing('ProbeFailing', 'console', 'web-gateway'),
  firing('ServiceErrors', 'web-gateway', 'web-gateway'),
  firing('StoreErrors', 'cart', 'cart-data'),
];

describe.skipIf(why)(`The alerts of a service${because(why)}`, () => {
  it.each([
    { service: 'web-gateway', value: 2, why: 'the checks of the console, and its own metrics' },
    { service: 'cart', value: 1, why: 'its own metrics, about its store' },
    { service: 'payment', value: 0, why: 'none' },
  ])('of $service are $value: $why', ({ service, value }) => {
    const expr = question.replaceAll('$service', service).replaceAll('$installation', 'shop');
    const counted = { expr, eval_time: '0m', exp_samples: [{ labels: '{}', value }] };
    expect(testRules('groups: []', [{ input_series, promql_expr_test: [counted] }])).toBe('');
  });
});
