import { describe, expect, it } from 'vitest';
import { faultKeys, readFlags, renderFlags, switchOn } from '../src';

describe('the file of the flags', () => {
  it('has every fault, all of them off', () => {
    const { flags } = JSON.parse(renderFlags([]));
    expect(Object.keys(flags)).toEqual(faultKeys);
    expect(readFlags(renderFlags([]))).toEqual([]);
  });

  it.each(faultKeys)('says the same of %s when it is read again', (key) => {
    const on = [switchOn(key, { for: 60_000, version: '1.2.3', session: '0123456789abcdef' })];
    expect(readFlags(renderFlags(on))).toEqual(on);
  });

  it('forgets what has ended', () => {
    const past = switchOn('payment', { for: 1000 }, Date.now() - 60_000);
    expect(readFlags(renderFlags([past]))).toEqual([]);
  });

  const flags = (text: unknown) => JSON.stringify({ flags: text });
  it.each([
    ['{', 'the file is no JSON'],
    ['[]', 'the file'],
    ['{}', 'the file'],
    [
      flags({ nothing: { variants: { on: {} }, defaultVariant: 'off' } }),
      'flags/nothing is not known',
    ],
    [flags({ payment: { variants: { on: {} }, defaultVariant: 'maybe' } }), 'flags/payment'],
    [
      flags({ payment: { variants: { on: { rate: 200 } }, defaultVariant: 'on' } }),
      'flags/payment: rate must be <= 100',
    ],
  ])('may not be %s', (text, message) => {
    expect(() => readFlags(text)).toThrow(message);
  });

  it('may be written by hand: the default alone switches a fault', () => {
    const byHand = flags({ payment: { variants: { on: {}, off: {} }, defaultVariant: 'on' } });
    expect(readFlags(byHand)).toEqual([{ key: 'payment', settings: { rate: 25 } }]);
  });
});
