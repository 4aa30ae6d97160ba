import {
  alertsOf,
  changesOf,
  checks,
  healthOf,
  histogram,
  metricsOf,
  noBudgetLog,
  sample,
} from '../sources';

export const from = 1_000_000;
export const at = from + 60_000;

const route = (path: string, status: string) => ({
  http_request_method: 'GET',
  http_route: path,
  http_response_status_code: status,
});

/** Two requests a second for lists of 20 to 40 ms; after the 14th scrape one more a second that fails after 1 to 2 s. */
const product = (number: number) => [
  ...histogram(
    'http_server_request_duration_seconds',
    { 0.02: 0, 0.04: 4 * number, 1: 4 * number, 2: 4 * number, '+Inf': 4 * number },
    route('/products', '200'),
  ),
  ...histogram(
    'http_server_request_duration_seconds',
    Object.fromEntries(
      ['0.02', '0.04', '1', '2', '+Inf'].map((le, index) => [
        le,
        index < 3 ? 0 : Math.max(0, number - 14) * 2,
      ]),
    ),
    route('/products/:id', '500'),
  ),
  ...histogram(
    'db_client_operation_duration_seconds',
    { 0.01: 8 * number, '+Inf': 8 * number },
    {
      db_namespace: 'product-data',
      db_operation_name: 'SELECT',
      db_collection_name: 'products',
      error_type: '',
    },
  ),
  sample('build_info', 1, { version: '1.4.0', revision: 'a' }),
  sample('process_cpu_seconds_total', number / 10),
  sample('process_resident_memory_bytes', 1e8 + number),
  sample('db_client_connections', 3, {
    db_client_connection_pool_name: 'product-data',
    db_client_connection_state: 'used',
  }),
];

const probes = (number: number) => [
  sample('probe_success', number === 5 ? 0 : 1, { probe: 'web-gateway' }),
  sample('probe_success', 1, { probe: 'api-gateway' }),
  ...checks('storefront', number, number >= 5 ? 1 : 0),
  ...checks('api', number, 0),
];

const payment = (number: number) => [
  sample('payments_total', number, { outcome: 'succeeded', reason: '' }),
  sample('payments_total', Math.min(7, number), { outcome: 'failed', reason: 'provider' }),
];

/** A shop over one minute: product begins to fail in its middle. */
export const sources = {
  metrics: metricsOf(
    [
      ['product', product],
      ['payment', payment],
      ['console', probes],
    ],
    { from, count: 31 },
  ),
  health: healthOf([
    { at: from, component: 'product', state: 'green', since: from, reasons: [] },
    {
      at: from + 35_000,
      component: 'product',
      state: 'red',
      since: from + 35_000,
      reasons: [
        {
          rule: 'errors',
          words: '33 % of its requests fail, over 5 %',
          value: 0.33,
          since: from + 35_000,
        },
      ],
    },
  ]),
  alerts: alertsOf([
    {
      name: 'ServiceSlow',
      subject: 'product',
      priority: 'page',
      summary: 'slow',
      component: 'product',
      since: from,
      resolvedAt: from + 10_000,
      value: 3,
    },
    {
      name: 'ServiceErrors',
      subject: 'product',
      priority: 'page',
      summary: 'failing',
      component: 'product',
      since: from + 40_000,
      resolvedAt: undefined,
      value: 0.33,
    },
  ]),
  budgets: noBudgetLog,
  changes: changesOf([
    { at: from + 1, service: 'product', kind: 'release', before: '1.3.0', after: '1.4.0' },
    { at: from + 2, service: 'cart', kind: 'scale', before: '1', after: '3' },
    { at: from + 3, service: 'cart', kind: 'restart', before: 'a', after: 'b' },
  ]),
};
