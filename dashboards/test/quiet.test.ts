import { productRoutes, shopRoutes } from '@faultline/contracts';
import { type AlertName, alerts, timingOf } from '@faultline/slo';
import type { ServiceName } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { prometheusGroups } from '../src/rules/groups';
import { renderRules } from '../src/rules/rule-file';
import { because, missing, testRules } from './promtool';
import { recorded } from './series';

const why = missing('promtool');
const interval = '15s';
const scrapes = 24;

const served = 'http_server_request_duration_seconds_count';

const series = (
  service: ServiceName,
  name: string,
  values: string,
  labels: Readonly<Record<string, string>> = {},
) => {
  const { labels: all } = recorded(service, name, labels, []);
  const matchers = Object.entries(all).map(([label, value]) => `${label}="${value}"`);
  return { series: `${name}{${matchers.join(',')}}`, values };
};

/** A process from one scrape on, for so many scrapes. */
const process = (service: ServiceName, from: number, until: number, instance = 'one') => {
  const absent = '_ '.repeat(from);
  const ended = until < scrapes ? ' stale' : '';
  return [
    series(service, 'build_info', `${absent}1x${until - from}${ended}`, { instance }),
    series(service, 'process_start_time_seconds', `${absent}${from}x${until - from}${ended}`, {
      instance,
    }),
  ];
};

const list = (service: ServiceName, values: string, labels: Readonly<Record<string, string>>) =>
  series(service, served, values, {
    http_route: (service === 'product' ? productRoutes.list : shopRoutes.listProducts).path,
    ...labels,
  });

interface Scene {
  title: string;
  alert: AlertName;
  input_series: readonly object[];
}

const scenes: readonly Scene[] = [
  {
    title: 'api-gateway comes back from no pods, and is found by the scraper later',
    alert: 'ProductCallsHigh',
    input_series: [
      ...process('product', 0, scrapes),
      list('product', '0+75x8 600 675+75x13', { http_response_status_code: '200' }),
      ...process('api-gateway', 0, 8, 'before'),
      list('api-gateway', '0+75x8 stale', { instance: 'before', http_response_status_code: '200' }),
      ...process('api-gateway', 12, scrapes, 'after'),
      list('api-gateway', `${'_ '.repeat(12)}225+75x11`, {
        instance: 'after',
        http_response_status_code: '200',
      }),
    ],
  },
  {
    title: 'api-gateway is started again where it was, and has lost what was not scraped',
    alert: 'ProductCallsHigh',
    input_series: [
      ...process('product', 0, scrapes),
      list('product', '0+75x23', { http_response_status_code: '200' }),
      series('api-gateway', 'build_info', '1x23', { instance: 'one' }),
      series('api-gateway', 'process_start_time_seconds', '1x11 165x11', { instance: 'one' }),
      list('api-gateway', '0+75x11 2+75x11', { http_response_status_code: '200' }),
    ],
  },
  {
    title: 'product has no connections, and each refused request is sent once more',
    alert: 'ProductCallsHigh',
    input_series: [
      ...process('product', 0, scrapes),
      ...process('api-gateway', 0, scrapes),
      list('product', '0+50x23', { http_response_status_code: '200' }),
      list('product', '0+100x23', { http_response_status_code: '503' }),
      list('api-gateway', '0+50x23', { http_response_status_code: '200' }),
      list('api-gateway', '0+50x23', { http_response_status_code: '503' }),
    ],
  },
  {
    title: 'the first requests come, of which some series are known before others',
    alert: 'QueriesPerListHigh',
    input_series: [
      ...process('product', 4, scrapes),
      series('product', 'db_client_operation_duration_seconds_count', `${'_ '.repeat(4)}10+80x19`, {
        db_namespace: 'product-data',
        db_operation_name: 'SELECT',
        db_collection_name: 'products',
      }),
      list('product', `${'_ '.repeat(5)}40+50x18`, { http_response_status_code: '200' }),
    ],
  },
  {
    title: 'responses of the provider are lost and reconciliation resolves their charges',
    alert: 'PaymentsUnresolved',
    input_series: [
      ...process('payment', 0, scrapes),
      series('payment', 'payments_unresolved_oldest_seconds', '0+15x4 0x3 0+15x4 0x9'),
    ],
  },
  {
    title: 'the provider is away for four minutes and is asked after the longest pause',
    alert: 'PaymentsUnresolved',
    input_series: [
      ...process('payment', 0, scrapes),
      series('payment', 'payments_unresolved_oldest_seconds', '270+15x15 0x7'),
    ],
  },
  {
    title: 'payment is started again and other pods have resolved charges late before',
    alert: 'PaymentsSucceededLate',
    input_series: [
      ...process('payment', 0, scrapes),
      series('payment', 'payments_late_total', '3x10 0x13'),
    ],
  },
];

describe.skipIf(why)(`No alert fires${because(why)}`, () => {
  const rules = renderRules(prometheusGroups(timingOf(15)));

  it.each(scenes)('when $title', ({ alert, input_series }) => {
    expect(alerts[alert].when.kind).not.toBe('logged');
    const alert_rule_test = Array.from({ length: 70 }, (_, index) => ({
      eval_time: `${(index + 1) * 5}s`,
      alertname: alert,
      exp_alerts: [],
    }));
    expect(testRules(rules, [{ interval, input_series, alert_rule_test }])).toBe('');
  });

  it('except for a single charge that succeeded late', () => {
    const { priority } = alerts.PaymentsSucceededLate;
    const one = {
      interval,
      input_series: [
        ...process('payment', 0, scrapes),
        series('payment', 'payments_late_total', '0x10 1x13'),
      ],
      promql_expr_test: [
        {
          expr: 'count by (priority) (ALERTS{alertname="PaymentsSucceededLate",alertstate="firing"})',
          eval_time: '195s',
          exp_samples: [{ labels: `{priority="${priority}"}`, value: 1 }],
        },
      ],
    };
    expect(testRules(rules, [one])).toBe('');
  });
});
