import { id, span } from '@faultline/otlp/testing';
import { describe, expect, it } from 'vitest';
import { alerts } from '../../src/views/alerts';
import { changes } from '../../src/views/changes';
import { overview } from '../../src/views/overview';
import { red } from '../../src/views/red';
import { resources } from '../../src/views/resources';
import { states } from '../../src/views/states';
import { openStore } from '../open-store';
import { alertsOf, changesOf, healthOf, histogram, metricsOf, sample } from '../sources';

const from = 1_000_000;
const at = from + 60_000;

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
];

const payment = (number: number) => [
  sample('payments_total', number, { outcome: 'succeeded', reason: '' }),
  sample('payments_total', Math.min(7, number), { outcome: 'failed', reason: 'provider' }),
];

const sources = {
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
  changes: changesOf([
    { at: from + 1, service: 'product', kind: 'release', before: '1.3.0', after: '1.4.0' },
    { at: from + 2, service: 'cart', kind: 'scale', before: '1', after: '3' },
    { at: from + 3, service: 'cart', kind: 'restart', before: 'a', after: 'b' },
  ]),
};

const componentAt = (moment: number, name: string) =>
  overview(sources, { at: moment }).components.find((each) => each.name === name);

describe('the overview', () => {
  it('says of a component its state, why and since when, and its rate, errors and p95', () => {
    expect(componentAt(at, 'product')).toEqual({
      name: 'product',
      title: 'Catalogue and search',
      kind: 'service',
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
      rate: 3,
      errorShare: 1 / 3,
      p95: expect.closeTo(1850, 6),
      versions: ['1.4.0'],
      instances: 1,
    });
  });

  it('is that of any moment', () => {
    expect(componentAt(from + 28_000, 'product')).toMatchObject({
      state: 'green',
      reasons: [],
      rate: 2,
      errorShare: 0,
    });
    const before = overview(sources, { at: from - 1 });
    expect(before.components.every(({ state }) => state === 'unknown')).toBe(true);
    expect(overview(sources, { at: from + 5_000 }).alerts).toMatchObject([{ name: 'ServiceSlow' }]);
    expect(overview(sources, { at: from + 5_000 }).alerts[0]).not.toHaveProperty('resolved');
  });

  it('has an edge from a service to each of its stores', () => {
    const { edges } = overview(sources, { at });
    expect(edges).toContainEqual({
      from: 'product',
      to: 'product-data',
      rate: 4,
      errorShare: 0,
      p95: 9.5,
    });
    expect(edges.map((edge) => `${edge.from} ${edge.to}`)).toEqual(
      expect.arrayContaining([
        'shopper storefront',
        'storefront web-gateway',
        'web-gateway api-gateway',
        'payment payment-provider',
      ]),
    );
  });

  it('has the figures of the objectives', () => {
    expect(overview(sources, { at }).indicators).toEqual({
      uptimeBudget: { left: expect.closeTo(257.2, 6), of: expect.closeTo(259.2, 6) },
      failedPayments: { left: 493, of: 500 },
      latency: { objective: 2000 },
      openAlerts: 1,
      uptime: [
        { component: 'api-gateway', share: 1, since: from },
        { component: 'web-gateway', share: 30 / 31, since: from },
      ],
    });
  });

  it('has the alerts that fire first, with their condition, and the newest changes', () => {
    const { alerts: shown, changes: found } = overview(sources, { at }, 2);
    expect(shown).toMatchObject([
      { name: 'ServiceErrors', component: 'product', condition: expect.stringContaining('5 %') },
      { name: 'ServiceSlow', resolved: from + 10_000 },
    ]);
    expect(found).toEqual([
      { at: from + 3, kind: 'restart', component: 'cart', words: 'restarted' },
      { at: from + 2, kind: 'scale', component: 'cart', words: '1 → 3 instances' },
      { at: from + 1, kind: 'version', component: 'product', words: '1.3.0 → 1.4.0' },
    ]);
  });

  it('takes less than 30 ms', () => {
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      overview(sources, { at });
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(30);
  });
});

it('lists states from what they were at the begin of a range', () => {
  expect(states(sources, { from: from + 10, to: at }).items).toEqual([
    { at: from + 10, component: 'product', state: 'green' },
    {
      at: from + 35_000,
      component: 'product',
      state: 'red',
      rule: 'errors',
      words: '33 % of its requests fail, over 5 %',
    },
  ]);
});

it('lists alerts and changes of a range', () => {
  expect(alerts(sources, { from: from + 20_000, to: at })).toMatchObject({ total: 1 });
  expect(changes(sources, { from, to: at, component: 'cart' })).toMatchObject({
    total: 2,
    truncated: false,
    items: [{ kind: 'restart' }, { kind: 'scale' }],
  });
});

describe('requests over time', () => {
  const query = { from, to: at, points: 6, limit: 10 };

  it('are those of a service, in steps', async () => {
    const test = await openStore();
    try {
      const { times, groups, total } = await red(
        { ...sources, store: test.store },
        { ...query, by: 'service', component: 'product' },
      );
      expect(times).toEqual([0, 1, 2, 3, 4, 5].map((step) => from + step * 10_000));
      expect(total).toBe(1);
      // The scrape at the very end belongs to the next step.
      expect(groups[0]).toMatchObject({
        name: 'product',
        requests: 4 * 29 + 2 * 15,
        rate: [2, 2, 2, 3, 3, 3],
        errorShare: [0, 0, 0, 1 / 3, 1 / 3, 1 / 3].map((share) => expect.closeTo(share, 6)),
      });
      expect(groups[0]?.p95[0]).toBeCloseTo(39, 6);

      const byRoute = await red(
        { ...sources, store: test.store },
        { ...query, by: 'route', component: 'product', limit: 1 },
      );
      expect(byRoute).toMatchObject({
        total: 2,
        truncated: true,
        groups: [{ name: 'GET /products', requests: 116 }],
      });

      await test.take(
        ['doughnut', 'doughnut', 'mug'].map((product, index) =>
          span({
            service: 'product',
            spanId: id(index + 1, 16),
            start: from + index,
            end: from + index + 100,
            status: product === 'mug' ? 'UNSET' : 'ERROR',
            attributes: { 'app.product.id': product },
          }),
        ),
      );
      const byProduct = await red(
        { ...sources, store: test.store },
        { ...query, by: 'product', component: 'product' },
      );
      expect(byProduct.groups).toMatchObject([
        { name: 'doughnut', requests: 2, errorShare: [1, null, null, null, null, null] },
        { name: 'mug', requests: 1, rate: [0.1, 0, 0, 0, 0, 0] },
      ]);
      const p95 = byProduct.groups[0]?.p95[0] ?? 0;
      expect(Math.abs(p95 - 100)).toBeLessThan(3);
    } finally {
      await test.close();
    }
  });
});

describe('what a component uses', () => {
  const query = { from, to: at, points: 6 };

  it('are its charts with values', () => {
    const { charts } = resources(sources, 'product', query);
    expect(charts.map(({ name }) => name)).toEqual(['CPU', 'Memory', 'Connections to the store']);
    expect(charts[0]).toMatchObject({
      unit: 'share',
      lines: [{ name: 'of one core', values: Array(6).fill(expect.closeTo(0.05, 6)) }],
    });
    expect(charts[2]?.lines).toEqual([{ name: 'used', values: [3, 3, 3, 3, 3, 3] }]);
  });

  it('are those of a store as its service sees it', () => {
    const { charts } = resources(sources, 'product-data', query);
    expect(charts[0]).toMatchObject({ name: 'Operations', lines: [{ name: 'SELECT' }] });
    expect(charts[0]?.lines[0]?.values[2]).toBeCloseTo(4, 6);
  });

  it('are unknown of what is no component', () => {
    expect(() => resources(sources, 'nobody', query)).toThrow(
      expect.objectContaining({ code: 'unknown-component' }),
    );
  });
});
