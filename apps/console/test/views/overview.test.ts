import { describe, expect, it } from 'vitest';
import { alerts } from '../../src/views/alerts';
import { changes } from '../../src/views/changes';
import { overview } from '../../src/views/overview';
import { states } from '../../src/views/states';
import { setUp } from '../incidents-for-test';
import { at, from, sources } from './shop-sources';

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
    expect(before.metricsSince).toBe(from);
    for (const { rate, errorShare } of [...before.components, ...before.edges])
      expect([rate, errorShare]).toEqual([undefined, undefined]);
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
      uptimeBudget: { left: expect.closeTo(257.2, 6), of: expect.closeTo(259.2, 6), since: from },
      failedPayments: { left: 493, of: 500, since: from },
      latency: { objective: 2000 },
      openAlerts: 1,
      uptime: [
        { component: 'web-gateway', share: 30 / 31, since: from },
        { component: 'api-gateway', share: 1, since: from },
      ],
    });
  });

  it('does not know budgets of moments that are older than the metrics', () => {
    const { indicators } = overview(sources, { at: from - 1 });
    expect(indicators.failedPayments).toEqual({ of: 500 });
    expect(indicators.uptimeBudget).not.toHaveProperty('left');
  });

  it('counts the incidents that were open at a moment', () => {
    const { incidents, fire } = setUp();
    fire('payment', { since: from + 10_000 });
    const openAt = (moment: number) =>
      overview({ ...sources, incidents }, { at: moment }).indicators.openIncidents;
    expect([from, at].map(openAt)).toEqual([0, 1]);
    expect(overview(sources, { at }).indicators).not.toHaveProperty('openIncidents');
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

it('lists states from what they were at the start of a range', () => {
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
