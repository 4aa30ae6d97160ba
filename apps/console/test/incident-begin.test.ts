import { describe, expect, it, vi } from 'vitest';
import { signalsOf } from '../src/incidents/from-alertmanager';
import { message } from './alertmanager-message';
import { fakeDateFrom } from './fake-date';
import { began, person, seconds, setUp } from './incidents-for-test';

fakeDateFrom(began);

describe('an incident begins', () => {
  const told = (
    { incidents }: Pick<ReturnType<typeof setUp>, 'incidents'>,
    startsAt: number,
    subject = 'payment',
  ) => {
    const parts = { startsAt: new Date(startsAt).toISOString() };
    for (const signal of signalsOf(message('firing', { subject }, parts), { expireAfter: 600 }))
      incidents.signal(signal);
  };

  it('with its first alert, if an Alertmanager has told of it within ten minutes', () => {
    const test = setUp();
    told(test, seconds(-599));
    expect(test.incidents.all()).toMatchObject([{ since: seconds(-599) }]);
  });

  it('ten minutes before it was opened, if an Alertmanager tells of an alert of days ago', () => {
    const test = setUp();
    const days = 3 * 24 * 3_600;
    told(test, seconds(-30));
    vi.setSystemTime(seconds(60));
    told(test, seconds(-days), 'older');
    const expected = [
      { since: seconds(-600), alerts: [{ since: seconds(-days) }, { since: seconds(-30) }] },
    ];
    expect(test.incidents.all()).toMatchObject(expected);
    expect(setUp(test.directory, test.source).incidents.all()).toMatchObject(expected);
  });

  it('and ends no later than now, and no earlier than incidents are kept', () => {
    const test = setUp();
    told(test, seconds(3_600));
    expect(test.incidents.find(1)).toMatchObject({ since: began, alerts: [{ since: began }] });
    told(test, 0, 'session');
    const oldest = began - 35 * 24 * 3_600_000;
    expect(test.incidents.find(1)).toMatchObject({ alerts: [{ since: oldest }, {}] });
    const endsAt = new Date(seconds(3_600)).toISOString();
    for (const subject of ['payment', 'session'])
      for (const signal of signalsOf(message('resolved', { subject }, { endsAt })))
        test.incidents.signal(signal);
    test.incidents.evaluate(seconds(15));
    expect(test.incidents.find(1)).toMatchObject({ state: 'resolved', resolved: began });
  });

  it('and ends no earlier than it began', () => {
    const test = setUp();
    told(test, seconds(-30));
    const endsAt = new Date(seconds(-7_200)).toISOString();
    for (const signal of signalsOf(message('resolved', {}, { endsAt })))
      test.incidents.signal(signal);
    test.incidents.evaluate(began);
    expect(test.incidents.find(1)).toMatchObject({ state: 'resolved', resolved: seconds(-30) });
  });

  it('not before another one with the same alert was over', () => {
    const test = setUp();
    told(test, seconds(-60));
    vi.setSystemTime(seconds(700));
    test.incidents.evaluate(seconds(700));
    expect(test.incidents.find(1)).toMatchObject({ state: 'resolved', resolved: began });
    told(test, seconds(-60));
    expect(test.incidents.find(2)).toMatchObject({ since: seconds(100) });
    vi.setSystemTime(seconds(800));
    test.incidents.resolve(2, person('ada'));
    test.incidents.evaluate(seconds(1_301));
    vi.setSystemTime(seconds(1_301));
    told(test, seconds(-60));
    expect(test.incidents.find(3)).toMatchObject({ since: seconds(800) });
  });
});
