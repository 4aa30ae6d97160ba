import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetrics } from '@faultline/telemetry';
import { describe, expect, it, vi } from 'vitest';
import { countIncidents } from '../src/incidents/incident-metrics';
import { unfinished } from '../src/incidents/kept-events';
import { incident, incidentFigures } from '../src/views/incidents';
import { fakeDateFrom } from './fake-date';
import { alertSource, began, person, seconds, setUp } from './incidents-for-test';
import { changesOf, healthOf } from './sources';

fakeDateFrom(began);

describe('an incident', () => {
  it('is opened by an alert, acknowledged, and resolved when its alerts are over for a while', () => {
    const { incidents, fire, end } = setUp();
    fire('payment');
    expect(incidents.all()).toMatchObject([
      { id: 1, state: 'open', component: 'payment', priority: 'page', since: began },
    ]);
    vi.setSystemTime(seconds(20));
    expect(incidents.acknowledge(1, person('ada'))).toBe('done');
    vi.setSystemTime(seconds(60));
    end('payment');
    incidents.evaluate(seconds(74));
    expect(incidents.find(1)).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: person('ada'),
    });
    incidents.evaluate(seconds(75));
    expect(incidents.find(1)).toMatchObject({
      state: 'resolved',
      resolved: seconds(60),
      resolvedBy: { kind: 'recovery' },
    });
  });

  it('goes on when one of its alerts fires again before it is resolved', () => {
    const { incidents, fire, end } = setUp();
    fire('payment');
    end('payment');
    vi.setSystemTime(seconds(10));
    fire('payment');
    incidents.evaluate(seconds(60));
    expect(incidents.all()).toMatchObject([{ id: 1, state: 'open', alerts: [{ since: began }] }]);
  });

  it('is about the component that the others depend on', () => {
    const { incidents, fire } = setUp();
    for (const component of ['web-gateway', 'cart', 'cart-data'] as const) fire(component);
    expect(incidents.all()).toMatchObject([
      {
        component: 'cart-data',
        title: 'The requests to a service fail: cart-data',
        components: ['cart-data', 'web-gateway', 'cart'],
      },
    ]);
  });

  it('is another one where the components do not need each other', () => {
    const { incidents, fire, end } = setUp();
    fire('payment');
    vi.setSystemTime(seconds(1));
    fire('session');
    expect(incidents.all().map(({ id, component }) => [id, component])).toEqual([
      [2, 'session'],
      [1, 'payment'],
    ]);
    end('session');
    incidents.evaluate(seconds(60));
    expect(incidents.all().map(({ state }) => state)).toEqual(['resolved', 'open']);
  });

  it('that somebody resolved holds its alerts until they end; then they open another one', () => {
    const { incidents, fire, end } = setUp();
    fire('payment');
    expect(incidents.resolve(1, person('ada'))).toBe('done');
    fire('payment');
    expect(incidents.all()).toMatchObject([
      { id: 1, state: 'resolved', resolvedBy: person('ada') },
    ]);
    end('payment');
    fire('payment');
    expect(
      incidents
        .all()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([1, 2]);
  });

  it('can be commented on after its end, but not acknowledged; and an unknown one not at all', () => {
    const { incidents, fire } = setUp();
    fire('payment');
    incidents.resolve(1, person('ada'));
    expect(incidents.acknowledge(1, person('bob'))).toBe('over');
    expect(incidents.comment(1, person('bob'), 'the provider was down')).toBe('done');
    expect(incidents.comment(7, person('bob'), 'hello')).toBe('unknown');
  });

  it('tells of each change', () => {
    const { incidents, fire } = setUp();
    const told: string[] = [];
    incidents.subscribe(({ state }) => told.push(state));
    fire('payment');
    incidents.acknowledge(1, person('ada'));
    incidents.resolve(1, person('ada'));
    expect(told).toEqual(['open', 'acknowledged', 'resolved']);
  });
});

describe('a console that was killed', () => {
  it('has its incidents again, with what people did', () => {
    const { directory, source, incidents, fire } = setUp();
    fire('payment');
    vi.setSystemTime(seconds(5));
    incidents.acknowledge(1, person('ada'));
    incidents.comment(1, person('ada'), 'looking');
    const again = setUp(directory, source).incidents;
    expect(again.all()).toEqual(incidents.all());
    expect(again.historyOf(1)).toEqual(incidents.historyOf(1));
  });

  it('catches up with alerts that began and ended meanwhile', () => {
    const { directory, source, fire, forget } = setUp();
    fire('payment');
    forget('payment');
    const later = alertSource();
    later.fire('session');
    vi.setSystemTime(seconds(36_000));
    const again = setUp(directory, later, seconds(40)).incidents;
    expect(source.alerts.firing()).toEqual([]);
    again.evaluate(seconds(36_100));
    expect(again.all()).toMatchObject([
      { component: 'session', state: 'open', since: began },
      { component: 'payment', state: 'resolved', resolved: seconds(40) },
    ]);
    expect(again.historyOf(1)[1]).toMatchObject({
      kind: 'alert-ended',
      words: expect.stringContaining('not observed: the console did not run'),
    });
  });
});

it('has a time line with what changed shortly before, and what people did', () => {
  const { incidents, fire } = setUp();
  fire('payment');
  vi.setSystemTime(seconds(9));
  incidents.comment(1, person('ada'), 'rolling back');
  const sources = {
    incidents,
    health: healthOf([
      { at: seconds(2), component: 'payment', state: 'red', since: seconds(2), reasons: [] },
      { at: seconds(3), component: 'session', state: 'red', since: seconds(3), reasons: [] },
    ]),
    changes: changesOf([
      { at: seconds(-60), service: 'payment', kind: 'release', before: '1.0.0', after: '1.1.0' },
      { at: seconds(-900), service: 'payment', kind: 'restart', before: 'a', after: 'b' },
    ]),
  };
  expect(incident(sources, 1).timeline).toEqual([
    { at: seconds(-60), kind: 'change', component: 'payment', words: 'version: 1.0.0 → 1.1.0' },
    {
      at: began,
      kind: 'alert',
      component: 'payment',
      words: 'The requests to a service fail: payment',
    },
    { at: seconds(2), kind: 'state', component: 'payment', words: 'red' },
    { at: seconds(9), kind: 'comment', words: 'rolling back', by: person('ada') },
  ]);
});

it('that a person called recovery resolved has not recovered by itself', () => {
  const { incidents, fire, end } = setUp();
  fire('payment');
  incidents.resolve(1, person('recovery'));
  vi.setSystemTime(seconds(5));
  fire('session');
  vi.setSystemTime(seconds(10));
  end('session');
  incidents.evaluate(seconds(30));
  const [recovered, resolved] = incidents.all();
  expect([resolved?.resolvedBy, recovered?.resolvedBy]).toEqual([
    { kind: 'person', name: 'recovery' },
    { kind: 'recovery' },
  ]);
  expect(incidents.historyOf(1).at(-1)).toMatchObject({ words: '', by: person('recovery') });
  expect(incidents.historyOf(2).at(-1)).toMatchObject({ words: 'its alerts ended' });
});

it('are read from a log of an earlier version, whose actors are names', () => {
  const { directory, source, fire, incidents } = setUp();
  fire('payment');
  fire('session');
  const [session, payment] = incidents.all();
  const file = join(directory, 'incidents.jsonl');
  for (const event of [
    { incident: payment?.id, kind: 'acknowledged', by: 'ada' },
    { incident: payment?.id, kind: 'resolved', by: 'recovery', over: seconds(9) },
    { incident: session?.id, kind: 'resolved', by: 'ada', over: seconds(9) },
  ])
    appendFileSync(file, `${JSON.stringify({ at: seconds(9), ...event })}\n`);
  expect(setUp(directory, source).incidents.all()).toMatchObject([
    { resolvedBy: person('ada') },
    { acknowledgedBy: person('ada'), resolvedBy: { kind: 'recovery' } },
  ]);
});

it('has a mean time to acknowledge and to resolve, in seconds', () => {
  const { incidents, fire } = setUp();
  fire('payment');
  fire('session');
  vi.setSystemTime(seconds(10));
  incidents.acknowledge(1, person('ada'));
  vi.setSystemTime(seconds(30));
  incidents.acknowledge(2, person('ada'));
  vi.setSystemTime(seconds(100));
  incidents.resolve(1, person('ada'));
  expect(incidentFigures(incidents.all(), 0)).toEqual({ open: 1, opened: 2, mtta: 20, mttr: 100 });
  expect(incidentFigures([], 0)).toEqual({ open: 0, opened: 0 });
});

it('are counted from the start of the process on, with the time they took', async () => {
  const { directory, source, fire } = setUp();
  fire('payment');
  const { incidents } = setUp(directory, source);
  const metrics = createMetrics('1.0.0');
  countIncidents(metrics, incidents);
  vi.setSystemTime(seconds(10));
  incidents.acknowledge(1, person('ada'));
  incidents.comment(1, person('ada'), 'looking');
  vi.setSystemTime(seconds(40));
  incidents.resolve(1, person('ada'));
  fire('session');
  const { body } = await metrics.exposition(undefined);
  expect(body.match(/^incidents_.*$/gm)?.toSorted()).toEqual([
    'incidents_acknowledge_seconds_total 10',
    'incidents_acknowledged_total 1',
    'incidents_opened_total 1',
    'incidents_open{priority="page"} 1',
    'incidents_open{priority="ticket"} 0',
    'incidents_resolve_seconds_total 40',
    'incidents_resolved_total 1',
  ]);
});

describe('what is kept of incidents', () => {
  const key = 'ServiceErrors payment';
  const told = (incident: number, age: number) => ({
    at: began - age,
    incident,
    source: 'console' as const,
  });
  const fired = (incident: number, age: number) => ({
    ...told(incident, age),
    kind: 'fired' as const,
    since: began - age,
    alert: {
      key,
      name: 'ServiceErrors',
      summary: 'Requests fail',
      priority: 'page' as const,
      component: 'payment',
    },
  });
  const ended = (incident: number, age: number) => ({
    ...told(incident, age),
    kind: 'ended' as const,
    ended: began - age,
    key,
  });
  const resolved = (incident: number, age: number) => ({
    ...{ at: began - age, incident, kind: 'resolved' as const },
    ...{ by: { kind: 'recovery' as const }, over: began - age },
  });

  it('is all of one that was not resolved long ago, and nothing of one that was', () => {
    const old = [fired(1, 90), ended(1, 80), resolved(1, 70), fired(2, 60), ended(2, 50)];
    const younger = [resolved(2, 10), fired(3, 5)];
    expect(unfinished(old, younger)).toEqual(old.slice(3));
  });

  it('is the last incident, so that its number is not given again', () => {
    const old = [fired(1, 90), ended(1, 80), resolved(1, 70)];
    expect(unfinished(old, [])).toEqual(old);
  });

  it('is the first firing of an alert that comes and goes, and the last that its source told', () => {
    const flaps = Array.from({ length: 50 }, (_, index) => [
      fired(1, 200 - 2 * index),
      ended(1, 199 - 2 * index),
    ]).flat();
    expect(unfinished(flaps, [])).toEqual([flaps[0], flaps[98], flaps[99]]);
  });
});
