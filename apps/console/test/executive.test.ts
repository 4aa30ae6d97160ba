import { objectives } from '@faultline/slo';
import { describe, expect, it, vi } from 'vitest';
import type { Incidents } from '../src/incidents/incidents';
import { executive } from '../src/views/executive';
import { overview } from '../src/views/overview';
import { fakeDateFrom } from './fake-date';
import { person, setUp } from './incidents-for-test';
import { began, downSeconds, grown, seconds, shop, values } from './post-mortem-for-test';
import { alertsOf } from './sources';

fakeDateFrom(began);

const from = seconds(-60);
const to = seconds(230);

const viewOf = (incidents: Pick<Incidents, 'all'>, range = { from, to }) =>
  executive({ ...shop(), incidents: { ...setUp().incidents, ...incidents } }, range);

/** Three incidents of payment and one of session; two were acknowledged, three are over, one is from before the range. */
const someIncidents = () => {
  const { incidents, fire, end } = setUp();
  const over = (component: 'payment' | 'session', start: number, seen: number, stop: number) => {
    vi.setSystemTime(seconds(start));
    fire(component);
    const [{ id } = { id: 0 }] = incidents.all();
    vi.setSystemTime(seconds(seen));
    incidents.acknowledge(id, person('ada'));
    vi.setSystemTime(seconds(stop));
    end(component);
    incidents.evaluate(seconds(stop + 15));
  };
  over('payment', -200, -170, -100);
  over('payment', 0, 12, 70);
  over('session', 100, 104, 120);
  vi.setSystemTime(seconds(180));
  fire('payment');
  return incidents;
};

describe('the executive figures', () => {
  it('tell what is left of each budget, as the overview does', () => {
    const view = viewOf({ all: () => [] });
    const budget = (slo: string) => view.budgets.find((each) => each.slo === slo);
    const payments = grown(values.failedPayments, from, to);
    const down = downSeconds(from, to);
    expect(payments).toBe(60);
    expect(budget('failed-payments')).toMatchObject({
      errors: payments,
      left: 1 - payments / objectives.failedPayments,
      unit: 'failed payments',
    });
    expect(budget('uptime-api-gateway')).toMatchObject({
      errors: down,
      left: expect.closeTo(1 - down / (objectives.month * (1 - objectives.availability)), 3),
    });
    const { indicators } = overview({ ...shop(), alerts: alertsOf([]) }, { at: to });
    expect(indicators.failedPayments.left).toBe(objectives.failedPayments - payments);
    const { left = Number.NaN, of } = indicators.uptimeBudget;
    expect(of - left).toBeCloseTo(down, 6);
  });

  it('do not know budgets of times that are older than the metrics', () => {
    const { budgets } = viewOf({ all: () => [] }, { from: from - 7_200_000, to: from - 3_600_000 });
    for (const each of budgets) {
      expect(each).not.toHaveProperty('left');
      expect(each).not.toHaveProperty('errors');
    }
  });

  it('tell how fast each budget is spent, once there are data of half of the time', () => {
    const { budgets } = viewOf({ all: () => [] });
    const latency = budgets.find(({ slo }) => slo === 'latency');
    const slow = grown(values.slow, from, to);
    const all = grown(values.served, from, to) + grown(values.failed, from, to);
    expect(latency?.burn5m).toBeCloseTo(slow / all / (1 - objectives.inTime), 2);
    expect(latency).not.toHaveProperty('burn1h');
    const early = viewOf({ all: () => [] }, { from, to: seconds(60) });
    for (const each of early.budgets) expect(each).not.toHaveProperty('burn5m');
  });

  it('count incidents by component, those that lasted longest first', () => {
    const { incidents } = viewOf(someIncidents());
    expect(incidents).toMatchObject({
      figures: { opened: 3, open: 1, mtta: (12 + 4) / 2, mttr: (70 + 20) / 2 },
      before: { opened: 1, open: 0, mtta: 30, mttr: 100 },
      total: 2,
      components: [
        { component: 'payment', opened: 2, open: 1, pages: 2, seconds: 70 + 50 },
        { component: 'session', opened: 1, open: 0, pages: 1, seconds: 20 },
      ],
    });
  });

  it('have a trend by step, which adds up to all incidents that began in the range', () => {
    const {
      incidents: { trend },
    } = viewOf(someIncidents());
    expect(trend.stepMilliseconds).toBe(60_000);
    const points = trend.points.filter(({ figures }) => figures.opened > 0);
    expect(points).toEqual([
      { at: began, figures: { open: 0, opened: 1, mtta: 12, mttr: 70 } },
      { at: seconds(60), figures: { open: 0, opened: 1, mtta: 4, mttr: 20 } },
      { at: seconds(180), figures: { open: 1, opened: 1 } },
    ]);
    expect(trend.points[0]?.at).toBe(from);
  });

  it('show incidents as they were at the end of the range', () => {
    const { incidents } = viewOf(someIncidents(), { from, to: seconds(50) });
    expect(incidents.figures).toEqual({ open: 1, opened: 1, mtta: 12 });
  });

  it('count an incident in the range in which it began, and no other', () => {
    const { incidents } = viewOf(someIncidents(), { from: seconds(30), to: seconds(60) });
    expect(incidents.figures).toEqual({ open: 1, opened: 0 });
    expect(incidents.before).toEqual({ open: 1, opened: 1, mtta: 12 });
    expect(incidents.components).toMatchObject([{ opened: 0, open: 1 }]);
  });

  it('tell how available each service was, by its requests and by checks', () => {
    const { availability } = viewOf({ all: () => [] });
    const failed = grown(values.failed, from, to);
    const requests = failed + grown(values.served, from, to);
    const of = (name: string) => availability.find(({ service }) => service === name);
    expect(of('web-gateway')).toEqual({
      service: 'web-gateway',
      requests,
      failed,
      served: 1 - failed / requests,
      ready: 1,
    });
    expect(of('api-gateway')?.ready).toBeCloseTo(1 - 5 / 146, 6);
    expect(of('cart')).toEqual({ service: 'cart', requests: 0, failed: 0 });
  });

  it('take at most 8 KB, whatever happened in whatever time', () => {
    const incidents = Array.from({ length: 5_000 }, (_, index) => ({
      id: index + 1,
      title: 'x'.repeat(200),
      priority: 'page' as const,
      component: `component-${'n'.repeat(40)}-${index % 50}`,
      components: [],
      state: 'resolved' as const,
      since: began - index * 600_000,
      acknowledged: began - index * 600_000 + 12_345,
      resolved: began - index * 600_000 + 123_456,
      alerts: [],
    }));
    for (const days of [0.01, 1, 35])
      expect(
        Buffer.byteLength(
          JSON.stringify(viewOf({ all: () => incidents }, { from: began - days * 86_400_000, to })),
        ),
      ).toBeLessThan(8_000);
  });
});
