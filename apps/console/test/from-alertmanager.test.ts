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
  parts: Partial<AlertmanagerMessage['alerts'][number]> = {},
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
      ...parts,
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

  it('is over when all alerts are over that are one to the console', () => {
    const { incidents } = setUp();
    const told = (status: 'firing' | 'resolved', fingerprint: string) => {
      for (const signal of signalsOf(message(status, {}, { fingerprint })))
        incidents.signal(signal);
    };
    for (const route of ['a', 'b']) told('firing', route);
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
    incidents.resolve(1, 'ada');
    told('2026-11-26T11:59:30Z');
    expect(incidents.all()).toMatchObject([{ id: 1, state: 'resolved' }]);
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
    for (const signal of signalsOf(message('resolved'))) incidents.signal(signal);
    expect(incidents.all()).toMatchObject([{ id: 1, alerts: [{ resolved: seconds(120) }] }]);
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
