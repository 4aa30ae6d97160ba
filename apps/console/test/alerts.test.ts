import { findAlert } from '@faultline/slo';
import { serviceNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { createAlertMonitor } from '../src/health/alert-monitor';
import { cartWith, logsIn, now, stateOf } from './health-for-test';
import { scratchDirectory } from './scratch';
import { historyOf, requests } from './shop-history';

describe('alerts', () => {
  const { history } = cartWith(requests(0), requests(100));
  const alertsIn = (
    directory: string,
    shop = history,
    hasCardNumber = false,
    startedAt = now - 10_000,
    lastEvaluated?: number,
  ) =>
    createAlertMonitor(
      {
        watched: serviceNames,
        history: shop,
        startedAt,
        lastEvaluated,
        hasCardNumber: () => hasCardNumber,
      },
      logsIn(directory).alerts,
    );

  it('fire, are resolved, and are remembered', () => {
    const directory = scratchDirectory();
    const gone = historyOf(now, { 'api-gateway': ['up 1\n', undefined] });
    const alerts = alertsIn(directory, gone);
    const told: (number | undefined)[] = [];
    alerts.subscribe(({ resolvedAt }) => told.push(resolvedAt));
    alerts.evaluate(now);
    alerts.evaluate(now + 1_000);
    const down = { name: 'ServiceDown', subject: 'api-gateway' } as const;
    const period = {
      ...down,
      component: 'api-gateway',
      summary: findAlert(down)?.summary,
      priority: 'page',
      since: now,
      resolvedAt: undefined,
      value: undefined,
    };
    expect(alerts.firing()).toEqual([period]);
    expect(alertsIn(directory).firing()).toEqual([period]);
    gone.add('api-gateway', { time: now + 2_000, samples: [] });
    alerts.evaluate(now + 2_000);
    alerts.evaluate(now + 5_000);
    expect(alerts.firing()).toEqual([]);
    expect(told).toEqual([undefined, now + 2_000]);
    const resolved = { ...period, resolvedAt: now + 2_000 };
    expect(alertsIn(directory).between(now + 1_000, now + 9_000)).toEqual([resolved]);
    expect(alertsIn(directory).between(now + 3_000, now + 9_000)).toEqual([]);
  });

  it('that fired when the console stopped do not end before it has looked for long enough', () => {
    const directory = scratchDirectory();
    alertsIn(directory, historyOf(now, { 'api-gateway': ['up 1\n', undefined] })).evaluate(now);
    const startedAt = now + 60_000;
    const alerts = alertsIn(
      directory,
      historyOf(startedAt, { 'api-gateway': ['up 1\n', 'up 1\n'] }),
      false,
      startedAt,
    );
    for (const after of [1_000, 10_000, 29_000]) alerts.evaluate(startedAt + after);
    expect(alerts.firing()).toMatchObject([{ name: 'ServiceDown', since: now }]);
    for (const after of [31_000, 35_000]) alerts.evaluate(startedAt + after);
    expect(alerts.firing()).toEqual([]);
  });

  it('that ended while the console did not run have ended when it stopped, which nobody saw', () => {
    const directory = scratchDirectory();
    const gone = historyOf(now, { 'api-gateway': ['up 1\n', undefined] });
    alertsIn(directory, gone).evaluate(now);
    const startedAt = now + 600_000;
    const restart = (shop: typeof history) =>
      alertsIn(directory, shop, false, startedAt, now + 5_000);
    const back = historyOf(startedAt, { 'api-gateway': ['up 1\n', 'up 1\n'] });
    const alerts = restart(back);
    for (const after of [31_000, 35_000]) alerts.evaluate(startedAt + after);
    const ended = [{ name: 'ServiceDown', resolvedAt: now + 5_000, unobserved: true }];
    for (const each of [alerts, restart(back)])
      expect(each.between(0, startedAt + 60_000)).toMatchObject(ended);
  });

  it('that still fire after a restart end when they are seen to', () => {
    const directory = scratchDirectory();
    alertsIn(directory, historyOf(now, { 'api-gateway': ['up 1\n', undefined] })).evaluate(now);
    const startedAt = now + 600_000;
    const shop = historyOf(startedAt, { 'api-gateway': ['up 1\n', undefined] });
    const alerts = alertsIn(directory, shop, false, startedAt, now + 5_000);
    alerts.evaluate(startedAt + 1_000);
    shop.add('api-gateway', { time: startedAt + 32_000, samples: [] });
    for (const after of [32_000, 36_000]) alerts.evaluate(startedAt + after);
    const [period] = alerts.between(0, startedAt + 60_000);
    expect(period).toMatchObject({ resolvedAt: startedAt + 32_000 });
    expect(period).not.toHaveProperty('unobserved');
  });

  it('do not end when their condition holds again at once', () => {
    const gone = historyOf(now, { 'api-gateway': ['up 1\n', undefined] });
    const alerts = alertsIn(scratchDirectory(), gone);
    const told: (number | undefined)[] = [];
    alerts.subscribe(({ resolvedAt }) => told.push(resolvedAt));
    alerts.evaluate(now);
    gone.add('api-gateway', { time: now + 1_000, samples: [] });
    alerts.evaluate(now + 1_000);
    gone.add('api-gateway', { time: now + 2_000, samples: undefined });
    alerts.evaluate(now + 2_000);
    alerts.evaluate(now + 6_000);
    expect(told).toEqual([undefined]);
    expect(alerts.firing()).toMatchObject([{ since: now }]);
  });

  it('do not fire for a replica that is about to follow its primary after the start', () => {
    const link = (up: number) => `redis_replica_link_up{db_namespace="cart-data-replica"} ${up}\n`;
    const starting = historyOf(now, { cart: [0, 0, 0, 1].map(link) });
    const alerts = alertsIn(scratchDirectory(), starting);
    for (const ago of [6_000, 4_000, 2_000, 0]) alerts.evaluate(now - ago);
    expect(alerts.between(0, now)).toEqual([]);
  });

  it('do not fire for a service that was there before the console was stopped', () => {
    const shop = historyOf(now - 3_600_000, { cart: ['up 1\n'] });
    shop.add('cart', { time: now, samples: undefined });
    const alerts = alertsIn(scratchDirectory(), shop);
    alerts.evaluate(now);
    expect(alerts.firing()).toEqual([]);
    expect(stateOf('cart', { history: shop, startedAt: now - 10_000 })).toMatchObject({
      state: 'unknown',
    });
    alerts.evaluate(now + 25_000);
    expect(alerts.firing()).toMatchObject([{ name: 'ServiceDown', component: 'cart' }]);
  });

  it('do not fire for a service that has not appeared yet', () => {
    const alerts = alertsIn(scratchDirectory(), historyOf(now, { 'api-gateway': [undefined] }));
    alerts.evaluate(now);
    expect(alerts.firing()).toEqual([]);
  });

  it('fire for a card number in a log', () => {
    const alerts = alertsIn(scratchDirectory(), historyOf(now, { payment: ['up 1\n'] }), true);
    alerts.evaluate(now);
    expect(alerts.firing()).toMatchObject([{ name: 'CardNumberLogged', component: 'payment' }]);
  });

  it('make their component amber: a store if they are about one', () => {
    const lag = 'redis_replica_lag_bytes{db_namespace="cart-data-replica"} 50000\n';
    const shop = historyOf(now, { cart: Array(12).fill(lag) });
    const alerts = alertsIn(scratchDirectory(), shop);
    alerts.evaluate(now);
    expect(stateOf('cart-data-replica', { history: shop, alerts })).toMatchObject({
      state: 'amber',
      reasons: [
        {
          rule: 'alert',
          words: 'A replica is behind its primary: cart-data-replica',
          value: 50_000,
        },
      ],
    });
    expect(stateOf('cart', { history: shop, alerts })).toMatchObject({ state: 'green' });
  });
});
