import { productRoutes, shopRoutes } from '@faultline/contracts';
import { type AlertName, alertKindOf, defaultTiming, timingOf } from '@faultline/slo';
import type { ServiceName } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { prometheusGroups } from '../src/rules/groups';
import { because, missing, rulesOf, testRules } from './promtool';
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
    title: 'api-gateway is started again where it was, and its calls are known before its requests',
    alert: 'CallsPerRequestHigh',
    input_series: [
      series('api-gateway', 'build_info', '1x23', { instance: 'one' }),
      series('api-gateway', 'process_start_time_seconds', '1x11 165x11', { instance: 'one' }),
      series('api-gateway', 'http_client_request_duration_seconds_count', '0+75x11 70+75x11', {
        instance: 'one',
        server_address: 'product',
      }),
      list('api-gateway', '0+75x11 2+75x11', { instance: 'one', http_response_status_code: '200' }),
    ],
  },
  {
    title: 'the first requests come, of which some series are known before others',
    alert: 'ReadsPerRequestHigh',
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
    title: 'a replica begins to follow its primary within a minute of the start',
    alert: 'ReplicaNotFollowing',
    input_series: [
      ...process('cart', 0, scrapes),
      series('cart', 'redis_replica_link_up', '0x3 1x19', { db_namespace: 'cart-data-replica' }),
    ],
  },
  {
    title: 'product grows while it starts',
    alert: 'MemoryGrowing',
    input_series: [
      ...process('product', 0, scrapes),
      series('product', 'process_resident_memory_bytes', '90000000+20000000x6 210000000x16', {
        instance: 'one',
      }),
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

/** Six requests of a service of which one was slow. */
const oneSlow = ['0.005', '1.0', '2.0', '5.0', '+Inf'].map((le, index) =>
  series('product', 'http_server_request_duration_seconds_bucket', `0x4 ${index > 2 ? 6 : 5}x9`, {
    le,
    http_response_status_code: '200',
  }),
);

/** A scrape a minute. */
const slowScenes: readonly Scene[] = [
  {
    title: 'one of six requests is slow',
    alert: 'ServiceSlow',
    input_series: [series('product', 'build_info', '1x14'), ...oneSlow],
  },
  {
    title: 'product grows in its first two minutes',
    alert: 'MemoryGrowing',
    input_series: [
      series('product', 'build_info', '1x14', { instance: 'one' }),
      series('product', 'process_start_time_seconds', '0x14', { instance: 'one' }),
      series('product', 'process_resident_memory_bytes', '90000000+150000000x2 390000000x12', {
        instance: 'one',
      }),
    ],
  },
];

describe.skipIf(why)(`With a scrape a minute, no alert fires${because(why)}`, () => {
  const groups = prometheusGroups(defaultTiming);

  it.each(slowScenes)('when $title', ({ alert, input_series }) => {
    const alert_rule_test = Array.from({ length: 56 }, (_, index) => ({
      eval_time: `${(index + 1) * 15}s`,
      alertname: alert,
      exp_alerts: [],
    }));
    const scene = { interval: '1m', input_series, alert_rule_test };
    expect(testRules(rulesOf(groups, [alert]), [scene], '15s')).toBe('');
  });
});

describe.skipIf(why)(`No alert fires${because(why)}`, () => {
  const groups = prometheusGroups(timingOf(15));

  it.each(scenes)('when $title', ({ alert, input_series }) => {
    const alert_rule_test = Array.from({ length: 70 }, (_, index) => ({
      eval_time: `${(index + 1) * 5}s`,
      alertname: alert,
      exp_alerts: [],
    }));
    expect(testRules(rulesOf(groups, [alert]), [{ interval, input_series, alert_rule_test }])).toBe(
      '',
    );
  });

  it('except for a single charge that succeeded late', () => {
    const { priority } = alertKindOf('PaymentsSucceededLate');
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
    expect(testRules(rulesOf(groups, ['PaymentsSucceededLate']), [one])).toBe('');
  });
});
