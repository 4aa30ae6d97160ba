import type { AlertmanagerMessage } from '@faultline/contracts/console';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signalsOf } from '../src/incidents/from-alertmanager';
import { began, seconds, setUp } from './incidents-for-test';

beforeEach(() => {
  vi.useFakeTimers({ now: began, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const message = (
  status: 'firing' | 'resolved',
  labels: Record<string, string> = {},
): AlertmanagerMessage => ({
  version: '4',
  alerts: [
    {
      status,
      labels: {
        alertname: 'ServiceErrors',
        component: 'payment',
        subject: 'payment',
        priority: 'page',
        ...labels,
      },
      annotations: { summary: 'The requests to a service fail: payment' },
      startsAt: '2026-11-26T11:59:30Z',
      ...(status === 'resolved' && { endsAt: '2026-11-26T12:02:00Z' }),
    },
  ],
});

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
    for (const signal of signalsOf(message('resolved'))) incidents.signal(signal);
    expect(incidents.find(1)?.alerts[0]).toHaveProperty('resolved', seconds(120));
  });

  it('is no incident for the dead man’s switch', () => {
    expect(signalsOf(message('firing', { alertname: 'Watchdog' }))).toEqual([]);
  });

  it('needs no labels of ours', () => {
    const { alerts } = message('firing');
    const labels = { alertname: 'KubePodCrashLooping', severity: 'critical', service: 'cart' };
    expect(
      signalsOf({ version: '4', alerts: alerts.map((each) => ({ ...each, labels })) }),
    ).toMatchObject([{ alert: { component: 'cart', priority: 'page' } }]);
  });
});
