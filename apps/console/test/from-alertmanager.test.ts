import { describe, expect, it, vi } from 'vitest';
import { signalsOf } from '../src/incidents/from-alertmanager';
import { message } from './alertmanager-message';
import { fakeDateFrom } from './fake-date';
import { began, person, seconds, setUp } from './incidents-for-test';

fakeDateFrom(began);

describe('what an Alertmanager says', () => {
  it('opens and resolves incidents with its own times', () => {
    const { incidents } = setUp();
    for (const signal of signalsOf(message('firing'))) incidents.signal(signal);
    for (const signal of signalsOf(message('firing'))) incidents.signal(signal);
    expect(incidents.all()).toMatchObject([{ since: seconds(-30), priority: 'page' }]);
    vi.setSystemTime(seconds(130));
    for (const signal of signalsOf(message('resolved'))) incidents.signal(signal);
    incidents.evaluate(seconds(140));
    expect(incidents.find(1)).toMatchObject({ state: 'resolved', resolved: seconds(120) });
  });

  it('is one alert with what the console itself finds, and both have to say that it is over', () => {
    const { incidents, fire, end } = setUp();
    fire('payment');
    for (const signal of signalsOf(message('firing'))) incidents.signal(signal);
    expect(incidents.all()).toMatchObject([{ alerts: [{ name: 'ServiceErrors' }] }]);
    end('payment');
    expect(incidents.find(1)?.alerts[0]).not.toHaveProperty('resolved');
    vi.setSystemTime(seconds(130));
    for (const signal of signalsOf(message('resolved'))) incidents.signal(signal);
    expect(incidents.find(1)?.alerts[0]).toHaveProperty('resolved', seconds(120));
  });

  it('is over when all alerts are over that are one to the console', () => {
    const { incidents } = setUp();
    const told = (status: 'firing' | 'resolved', fingerprint: string) => {
      for (const signal of signalsOf(message(status, {}, { fingerprint })))
        incidents.signal(signal);
    };
    for (const route of ['a', 'b']) told('firing', route);
    vi.setSystemTime(seconds(600));
    told('resolved', 'a');
    incidents.evaluate(seconds(600));
    expect(incidents.all()).toMatchObject([{ state: 'open', alerts: [{ name: 'ServiceErrors' }] }]);
    told('resolved', 'b');
    incidents.evaluate(seconds(600));
    expect(incidents.all()).toMatchObject([{ state: 'resolved', resolved: seconds(120) }]);
  });

  it('of rules of others is told apart by the fingerprint', () => {
    const others = { subject: '', alertname: 'KubePodCrashLooping' };
    const keys = ['a', 'b'].flatMap((fingerprint) =>
      signalsOf(message('firing', others, { fingerprint })).map(({ alert }) => alert.key),
    );
    expect(new Set(keys).size).toBe(2);
  });

  it('opens another incident when it begins again after an end that was lost', () => {
    const { incidents } = setUp();
    const told = (startsAt: string) => {
      for (const signal of signalsOf(message('firing', {}, { startsAt }))) incidents.signal(signal);
    };
    told('2026-11-26T11:59:30Z');
    vi.setSystemTime(seconds(60));
    incidents.resolve(1, person('ada'));
    told('2026-11-26T11:59:30Z');
    expect(incidents.all()).toMatchObject([{ id: 1, state: 'resolved' }]);
    vi.setSystemTime(seconds(1_800));
    told('2026-11-26T12:30:00Z');
    expect(incidents.all()).toMatchObject([
      { id: 2, state: 'open' },
      { id: 1, state: 'resolved' },
    ]);
  });

  it('opens no incident of what the console has seen, and seen the end of', () => {
    const { incidents, fire, end } = setUp();
    fire('payment');
    vi.setSystemTime(seconds(10));
    end('payment');
    incidents.evaluate(seconds(40));
    vi.setSystemTime(seconds(45));
    for (const signal of signalsOf(message('firing'))) incidents.signal(signal);
    expect(incidents.all()).toMatchObject([{ id: 1, state: 'resolved', resolved: seconds(10) }]);
    vi.setSystemTime(seconds(130));
    for (const signal of signalsOf(message('resolved'))) incidents.signal(signal);
    expect(incidents.all()).toMatchObject([{ id: 1, alerts: [{ resolved: seconds(120) }] }]);
  });

  it('begins with the first of several sources and ends with the last', () => {
    const { incidents, fire, end } = setUp();
    fire('payment');
    for (const signal of signalsOf(message('firing'))) incidents.signal(signal);
    end('payment');
    const kinds = () => incidents.historyOf(1).map(({ kind }) => kind);
    expect(kinds()).toEqual(['alert']);
    for (const signal of signalsOf(message('resolved'))) incidents.signal(signal);
    expect(kinds()).toEqual(['alert', 'alert-ended']);
  });

  it('of a budget keeps an incident neither open nor for the next one', () => {
    const { incidents, fire, end } = setUp();
    const budget = {
      alertname: 'BudgetBurnsSlowly',
      subject: 'checkout',
      component: 'web-gateway',
    };
    fire('payment');
    for (const signal of signalsOf(message('firing', budget))) incidents.signal(signal);
    expect(incidents.all()).toMatchObject([{ id: 1, alerts: [{}, {}] }]);
    end('payment');
    incidents.evaluate(seconds(60));
    expect(incidents.all()).toMatchObject([{ id: 1, state: 'resolved' }]);
    vi.setSystemTime(seconds(90));
    fire('session');
    for (const signal of signalsOf(message('firing', budget))) incidents.signal(signal);
    expect(incidents.all()).toMatchObject([
      { id: 2, component: 'session', alerts: [{}] },
      { id: 1, state: 'resolved' },
    ]);
  });

  it('of a budget alone takes in no outage, which is an incident of its own', () => {
    const { incidents, fire } = setUp();
    const budget = { alertname: 'BudgetBurnsSlowly', component: 'web-gateway' };
    const told = (subject: string) => {
      for (const signal of signalsOf(message('firing', { ...budget, subject })))
        incidents.signal(signal);
    };
    told('checkout');
    incidents.acknowledge(1, person('ada'));
    vi.setSystemTime(seconds(3_600));
    fire('cart-data');
    expect(incidents.all()).toMatchObject([
      { id: 2, state: 'open', component: 'cart-data', since: seconds(3_600) },
      { id: 1, state: 'acknowledged', component: 'web-gateway', alerts: [{}] },
    ]);
    fire('cart');
    told('search');
    expect(incidents.all().map(({ id, alerts }) => [id, alerts.length])).toEqual([
      [2, 3],
      [1, 1],
    ]);
  });

  it('of a budget alone is an incident until it is over', () => {
    const { incidents } = setUp();
    const told = (status: 'firing' | 'resolved') => {
      for (const signal of signalsOf(message(status, { alertname: 'BudgetBurnsFast' })))
        incidents.signal(signal);
    };
    told('firing');
    incidents.evaluate(seconds(600));
    expect(incidents.all()).toMatchObject([{ state: 'open' }]);
    told('resolved');
    incidents.evaluate(seconds(600));
    expect(incidents.all()).toMatchObject([{ state: 'resolved' }]);
  });

  it('is no incident for the dead man’s switch', () => {
    expect(signalsOf(message('firing', { alertname: 'Watchdog' }))).toEqual([]);
  });

  it('about no component of ours is an incident for each name of an alert', () => {
    const { incidents } = setUp();
    const { alerts } = message('firing');
    for (const alertname of ['KubeNodeNotReady', 'DiskFills', 'DiskFills']) {
      const others = alerts.map((each, index) => ({
        ...each,
        labels: { alertname },
        fingerprint: `${alertname} ${index}`,
      }));
      for (const signal of signalsOf({ version: '4', alerts: others })) incidents.signal(signal);
    }
    expect(
      incidents
        .all()
        .map(({ component }) => component)
        .sort(),
    ).toEqual(['DiskFills', 'KubeNodeNotReady']);
  });

  it('of another installation is an alert and an incident of its own, which names it', async () => {
    const { incidents } = setUp();
    const told = (service_namespace: string, status: 'firing' | 'resolved' = 'firing') => {
      const signals = signalsOf(message(status, { service_namespace }), { installation: 'blue' });
      for (const signal of signals) incidents.signal(signal);
    };
    for (const installation of ['blue', 'green', 'red']) told(installation);
    const title = 'The requests to a service fail: payment';
    expect(incidents.all()).toMatchObject([
      { id: 3, title: `${title} (red)`, installation: 'red', component: 'payment' },
      { id: 2, title: `${title} (green)`, installation: 'green', component: 'payment' },
      { id: 1, title, component: 'payment', alerts: [{}] },
    ]);
    expect(incidents.find(1)).not.toHaveProperty('installation');
    told('green', 'resolved');
    incidents.evaluate(seconds(60));
    expect(incidents.all().map(({ state }) => state)).toEqual(['open', 'resolved', 'open']);
  });

  it('needs no labels of ours', () => {
    const { alerts } = message('firing');
    const labels = { alertname: 'KubePodCrashLooping', severity: 'critical', service: 'cart' };
    expect(
      signalsOf({ version: '4', alerts: alerts.map((each) => ({ ...each, labels })) }),
    ).toMatchObject([{ alert: { component: 'cart', priority: 'page' } }]);
  });
});
