import { productRoutes } from '@faultline/contracts';
import {
  type AlertId,
  componentUnhealthy,
  defaultTiming,
  findAlert,
  timingOf,
} from '@faultline/slo';
import { identityLabels, serviceNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { alertRule, prometheusGroups } from '../src/rules/groups';
import { renderRules } from '../src/rules/rule-file';
import { because, missing, rulesOf, testRules } from './promtool';

const why = missing('promtool');

interface Target {
  service: string;
  installation: string;
}

/** What the usual scrape configuration for pods with annotations makes of a target of the chart. */
const ofPod = ({ service, installation }: Target): Record<string, string> => {
  const [namespace = '', release = ''] = installation.split('/');
  return {
    [identityLabels.service]: service,
    [identityLabels.installation]: installation,
    job: 'kubernetes-pods',
    namespace,
    pod: `${release}-${service}-5d9c7b8f6-x2x4z`,
    instance: `${release}-${service}.${namespace}:9090`,
    app_kubernetes_io_name: 'faultline',
    app_kubernetes_io_instance: release,
    app_kubernetes_io_component: service,
  };
};

const series = (
  target: Target,
  name: string,
  values: string,
  labels: Readonly<Record<string, string>> = {},
) => ({
  series: `${name}{${Object.entries({ ...ofPod(target), ...labels })
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')}}`,
  values,
});

const running = (target: Target, values: string) => series(target, 'build_info', values);

/** A firing alert; `share` is what it says of how bad it is. */
const fired = (id: AlertId, installation: string, timing = defaultTiming, share = '') => {
  const alert = findAlert(id);
  if (!alert) throw new Error(`there is no alert ${id.name} of ${id.subject}`);
  const { labels, annotations } = alertRule(alert, timing);
  return {
    exp_labels: { ...labels, [identityLabels.installation]: installation },
    exp_annotations: {
      ...annotations,
      description: annotations.description?.replace(/\{\{.*\}\}/, share),
    },
  };
};

const gatewayDown: AlertId = { name: 'ServiceDown', subject: 'api-gateway' };
const productErrors: AlertId = { name: 'ServiceErrors', subject: 'product' };
const paymentsFailing: AlertId = { name: 'PaymentsFailing', subject: 'payment' };

/** Two namespaces, and two releases in one of them. */
const pairs = [
  ['a/faultline', 'b/faultline'],
  ['shop/blue-faultline', 'shop/green-faultline'],
] as const;

/** How the community's chart scrapes, and as often as many others do. */
const intervals = [
  { interval: '1m', scrapes: 10, seconds: 60 },
  { interval: '15s', scrapes: 40, seconds: 15 },
];

describe.skipIf(why)(`Two installations in one Prometheus${because(why)}`, () => {
  const timing = timingOf(5);
  const [rules, interval, at] = [renderRules(prometheusGroups(timing)), '5s', '2m'];

  it.each(pairs)('say that api-gateway of one is gone: %s beside %s', (one, other) => {
    const target = (service: string, installation: string) => ({ service, installation });
    const input_series = [
      running(target('api-gateway', one), '1x10 stale'),
      running(target('product', one), '1x40'),
      running(target('api-gateway', other), '1x40'),
    ];
    const component = (installation: string, value: number) => ({
      labels: `${componentUnhealthy}{component="api-gateway",rule="offline",service_namespace="${installation}"}`,
      value,
    });
    const expected = {
      alert_rule_test: [
        { eval_time: at, alertname: 'ServiceDown', exp_alerts: [fired(gatewayDown, one, timing)] },
      ],
      promql_expr_test: [
        {
          expr: `${componentUnhealthy}{component="api-gateway",rule="offline"}`,
          eval_time: at,
          exp_samples: [component(one, 1), component(other, 0)],
        },
      ],
    };
    expect(testRules(rules, [{ interval, input_series, ...expected }])).toBe('');
  });

  it.each(pairs)('say that half of the payments of one fail: %s beside a busy %s', (one, other) => {
    const input_series = [one, other].flatMap((installation) => {
      const payment = { service: 'payment', installation };
      const isFailing = installation === one;
      return [
        running(payment, '1x40'),
        series(payment, 'payments_total', isFailing ? '0+1x40' : '0+1000x40', {
          outcome: 'succeeded',
        }),
        series(payment, 'payments_total', isFailing ? '0+1x40' : '0x40', { outcome: 'failed' }),
      ];
    });
    const alert_rule_test = [
      {
        eval_time: at,
        alertname: 'PaymentsFailing',
        exp_alerts: [fired(paymentsFailing, one, timing, '50%')],
      },
    ];
    expect(testRules(rules, [{ interval, input_series, alert_rule_test }])).toBe('');
  });

  it('are no alert of a shop of somebody else with services of the same names', () => {
    const input_series = [
      { series: 'up{service="api-gateway",job="api-gateway",instance="x:80"}', values: '0x40' },
      { series: 'payments_total{service="payment",outcome="failed"}', values: '0+9x40' },
    ];
    const alert_rule_test = ['ServiceDown', 'PaymentsFailing'].map((alertname) => ({
      eval_time: at,
      alertname,
      exp_alerts: [],
    }));
    expect(testRules(rules, [{ interval, input_series, alert_rule_test }])).toBe('');
  });
});

describe.skipIf(why)(`The usual scrape configuration${because(why)}`, () => {
  const rules = rulesOf(prometheusGroups(defaultTiming), ['ServiceDown', 'ServiceErrors']);
  const target = { service: 'api-gateway', installation: 'shop/faultline' };

  it.each(intervals)('works as it is, with scrapes $interval apart', ({ interval, scrapes }) => {
    const product = { ...target, service: 'product' };
    const others = serviceNames
      .filter((service) => service !== target.service)
      .map((service) => running({ ...target, service }, `1x${scrapes}`));
    const down = (exp_alerts: object[]) => ({
      alert_rule_test: [{ eval_time: '10m', alertname: 'ServiceDown', exp_alerts }],
    });
    const failing = (perScrape: number, exp_alerts: object[]) => ({
      interval,
      input_series: [
        running(product, `1x${scrapes}`),
        ...Object.entries({ 200: 90, 500: perScrape }).map(([status, by]) =>
          series(product, 'http_server_request_duration_seconds_count', `0+${by}x${scrapes}`, {
            http_route: productRoutes.read.path,
            http_response_status_code: status,
          }),
        ),
      ],
      alert_rule_test: [{ eval_time: '10m', alertname: 'ServiceErrors', exp_alerts }],
    });
    const health = running(target, `1x${scrapes}`);
    const gone = running(target, `1x${scrapes / 2} stale`);
    expect(
      testRules(rules, [
        { interval, input_series: [...others, health], ...down([]) },
        {
          interval,
          input_series: [...others, gone],
          ...down([fired(gatewayDown, target.installation)]),
        },
        failing(10, [fired(productErrors, target.installation, defaultTiming, '10%')]),
        failing(0, []),
      ]),
    ).toBe('');
  });

  it.each(intervals)('is silent while a shop starts, scraped each $interval', ({ interval }) => {
    const all = ['product', 'api-gateway'].map((service, index) =>
      running({ ...target, service }, `${'_ '.repeat(index)}1x3`),
    );
    const alert_rule_test = ['30s', '1m', '2m', '4m'].map((eval_time) => ({
      eval_time,
      alertname: 'ServiceDown',
      exp_alerts: [],
    }));
    expect(testRules(rules, [{ interval, input_series: all, alert_rule_test }])).toBe('');
  });
});
