import { describe, expect, it } from 'vitest';
import { faultKeys, settingFacts, settingsSchema, switchOn } from '../src';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('a fault that is switched on', () => {
  it('has defaults for settings that were not given', () => {
    expect(switchOn('slowPayment', {}, now)).toEqual({
      key: 'slowPayment',
      settings: { rate: 50, latency: 5000 },
    });
  });

  it('has the given settings, and ends after the given duration', () => {
    expect(switchOn('payment', { rate: 10, for: 300_000, version: '2.0.0' }, now)).toEqual({
      key: 'payment',
      settings: { rate: 10 },
      version: '2.0.0',
      until: now / 1000 + 300,
    });
  });

  it('ends after the default duration of the catalogue', () => {
    expect(switchOn('productConnections', {}, now).until).toBe(now / 1000 + 240);
    expect(switchOn('productConnections', { for: 60_000 }, now).until).toBe(now / 1000 + 60);
  });

  it('accepts the previous name of a setting, but not both names', () => {
    expect(switchOn('slowPayment', { delay: '2s' }, now).settings).toEqual({
      rate: 50,
      latency: 2000,
    });
    expect(() => switchOn('slowPayment', { delay: 200, latency: 300 })).toThrow(
      'delay is now called latency: give one of them',
    );
  });

  it.each([
    [{ rate: 101 }, 'rate must be <= 100'],
    [{ rate: 0 }, 'rate must be >= 0.1'],
    [{ rate: '25' }, 'rate must be number'],
    [{ for: 10 }, 'for must be >= 1000'],
    [{ delay: 5 }, 'payment has no setting delay; it has rate, for, version, session'],
    [{ session: 'abc' }, 'session must match'],
  ])('refuses %o by the name of the setting', (given, message) => {
    expect(() => switchOn('payment', given)).toThrow(message);
  });

  it.each(['nonsense', 'badRelease', 'apiGatewayDown'])(
    'refuses a release with %s, a fault that no release can have',
    (fault) => {
      expect(() => switchOn('badRelease', { fault })).toThrow(/^fault must be one of payment, /);
    },
  );

  it.each(faultKeys)('needs no settings: %s', (key) => {
    expect(switchOn(key, {})).toMatchObject({ key });
    for (const [name, schema] of Object.entries(settingsSchema(key).properties))
      expect(settingFacts(schema).description, name).toMatch(/\w/);
  });
});
