import { createMetrics } from '@faultline/telemetry';
import { describe, expect, it, vi } from 'vitest';
import { signalsOf } from '../src/incidents/from-alertmanager';
import { countIncidents } from '../src/incidents/incident-metrics';
import { incidentFigures } from '../src/views/incidents';
import { message } from './alertmanager-message';
import { fakeDateFrom } from './fake-date';
import { began, seconds, setUp } from './incidents-for-test';

fakeDateFrom(began);

describe('what an Alertmanager no longer says', () => {
  it('is over when it is not repeated for as long as its sender said, also after a restart', () => {
    const { incidents, directory, source } = setUp();
    const told = (into: typeof incidents, status: 'firing' | 'resolved') => {
      for (const signal of signalsOf(message(status), { expireAfter: 60 })) into.signal(signal);
    };
    told(incidents, 'firing');
    vi.setSystemTime(seconds(50));
    told(incidents, 'firing');
    incidents.evaluate(seconds(110));
    expect(incidents.all()).toMatchObject([{ state: 'open' }]);
    vi.setSystemTime(seconds(111));
    const again = setUp(directory, source, seconds(55)).incidents;
    again.evaluate(seconds(171));
    expect(again.all()).toMatchObject([{ state: 'open' }]);
    again.evaluate(seconds(172));
    again.evaluate(seconds(172));
    expect(again.all()).toMatchObject([
      {
        ...{ state: 'resolved', resolved: seconds(55), resolvedBy: { kind: 'expiry' } },
        alerts: [{ expired: true }],
      },
    ]);
    expect(again.historyOf(1)).toMatchObject([
      { kind: 'alert' },
      { kind: 'alert-ended', words: expect.stringContaining('no longer told by Alertmanager') },
      { kind: 'resolved', words: 'its alerts are no longer told by Alertmanager' },
    ]);
    told(again, 'resolved');
    expect(again.all()).toHaveLength(1);
  });

  it('that is not repeated has no part in MTTR, unless the end is known of what ended last', async () => {
    const { incidents, fire, end } = setUp();
    const metrics = createMetrics('1.0.0');
    countIncidents(metrics, incidents);
    for (const signal of signalsOf(message('firing'), { expireAfter: 60 }))
      incidents.signal(signal);
    incidents.evaluate(seconds(100));
    expect(incidents.find(1)?.resolvedBy).toEqual({ kind: 'expiry' });
    expect(incidentFigures(incidents.all(), 0)).toEqual({ open: 0, opened: 1 });
    vi.setSystemTime(seconds(200));
    fire('session');
    for (const signal of signalsOf(
      message('firing', { component: 'session', subject: 'session' }),
      { expireAfter: 60 },
    ))
      incidents.signal(signal);
    vi.setSystemTime(seconds(300));
    end('session');
    incidents.evaluate(seconds(400));
    expect(incidents.find(2)?.resolvedBy).toEqual({ kind: 'recovery' });
    const { body } = await metrics.exposition(undefined);
    expect(body).toMatch(/^incidents_resolved_total 1$/m);
  });

  it('opens another incident when it is told again after it was held for over', () => {
    const { incidents } = setUp();
    const told = () => {
      for (const signal of signalsOf(message('firing'), { expireAfter: 60 }))
        incidents.signal(signal);
    };
    told();
    incidents.evaluate(seconds(100));
    expect(incidents.all()).toMatchObject([{ id: 1, state: 'resolved' }]);
    vi.setSystemTime(seconds(900));
    told();
    expect(incidents.all().map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([[2, 'open']]),
    );
  });

  it('says nothing of an end that was not told, where no time was said', () => {
    const { incidents } = setUp();
    for (const signal of signalsOf(message('firing'))) incidents.signal(signal);
    incidents.evaluate(seconds(100_000));
    expect(incidents.all()).toMatchObject([{ state: 'open' }]);
  });
});
