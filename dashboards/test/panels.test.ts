import { describe, expect, it } from 'vitest';
import { boardQueries } from '../src/grafana/queries';
import { because, missing, testRules } from './promtool';

const why = missing('promtool');
const labels = 'service_name="cart",service_namespace="shop",server_address="product"';
const queries = boardQueries();

const textOf = (title: string): string =>
  (queries.find(({ board, asks }) => board === 'service' && asks === title)?.text ?? '')
    .replaceAll('$installation', 'shop')
    .replaceAll('$service', 'cart')
    .replaceAll('$__rate_interval', '1m');

const calls = (status: string, error_type: string, values: string) => ({
  series: `http_client_request_duration_seconds_count{${labels},http_response_status_code="${status}",error_type="${error_type}"}`,
  values,
});

describe.skipIf(why)(`The panel of calls that fail${because(why)}`, () => {
  it('counts what has no response or a 5xx, as its alert does, and no 4xx', () => {
    const scene = {
      interval: '15s',
      input_series: [
        calls('200', '', '0+60x20'),
        calls('404', '404', '0+20x20'),
        calls('503', '503', '0+10x20'),
        calls('', 'timeout', '0+10x20'),
      ],
      promql_expr_test: [
        {
          expr: textOf('Calls that fail'),
          eval_time: '4m',
          exp_samples: [{ labels: '{server_address="product"}', value: 0.2 }],
        },
      ],
    };
    expect(testRules('groups: []', [scene])).toBe('');
  });
});

it('a service has rate, errors and duration by product', () => {
  const ofProducts = queries.filter(({ text }) => text.includes('by (span.app.product.id)'));
  expect(ofProducts.map(({ text }) => text.replace(/^.*?\} \| /, ''))).toEqual([
    'rate() by (span.app.product.id)',
    'rate() by (span.app.product.id)',
    'quantile_over_time(duration, 0.95) by (span.app.product.id)',
  ]);
  expect(ofProducts.filter(({ text }) => text.includes('status = error'))).toHaveLength(1);
});
