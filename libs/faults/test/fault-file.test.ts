import { describe, expect, it } from 'vitest';
import { faultKeys, readFaults, renderFaults, switchOn } from '../src';

describe('the file of faults', () => {
  it('contains the faults that are on', () => {
    const on = [
      { ...switchOn('payment', { rate: 10 }), until: Date.parse('2026-11-26T10:00:00Z') / 1000 },
      switchOn('listNPlusOne', { version: '1.2.3' }),
    ];
    expect(renderFaults(on)).toBe(
      [
        'payment:',
        '  rate: 10',
        '  until: 2026-11-26T10:00:00Z',
        'listNPlusOne:',
        '  version: 1.2.3',
        '',
      ].join('\n'),
    );
    expect(readFaults(renderFaults([]))).toEqual([]);
  });

  it.each(faultKeys)('restores the same settings of %s when it is parsed', (key) => {
    const on = [switchOn(key, { for: 60_000, version: '1.10', session: '012345678901e234' })];
    expect(readFaults(renderFaults(on))).toEqual(on);
  });

  it.each([
    ['', []],
    ['# nothing\n', []],
    ['payment: true', [{ key: 'payment', settings: { rate: 50 } }]],
    ['{"payment": {"rate": 10}}', [{ key: 'payment', settings: { rate: 10 } }]],
    ['payment: { rate: 10 }', [{ key: 'payment', settings: { rate: 10 } }]],
    ['lockContention: { lockTime: 2s }', [{ key: 'lockContention', settings: { lockTime: 2000 } }]],
    [
      'payment: { until: 2126-11-26T10:00:00+01:00 }',
      [{ key: 'payment', settings: { rate: 50 }, until: Date.UTC(2126, 10, 26, 9) / 1000 }],
    ],
  ])('may be %s', (text, on) => {
    expect(readFaults(text)).toEqual(on);
  });

  it('is parsed in the order of the catalogue', () => {
    const keys = readFaults('logLeak: true\npayment: true').map(({ key }) => key);
    expect(keys).toEqual(['payment', 'logLeak']);
  });

  it('is parsed without faults that have ended', () => {
    const past = switchOn('payment', { for: 1000 }, Date.now() - 60_000);
    expect(readFaults(renderFaults([past]))).toEqual([]);
  });

  it.each([
    ['{', 'The file is no YAML: '],
    ['payment: true\npayment: true', 'The file is no YAML: Map keys must be unique'],
    ['[]', 'The file must be a list of faults'],
    ['payment', 'The file must be a list of faults'],
    ['paymnt: true', 'There is no fault paymnt'],
    ['payment: false', 'payment must be true, or its settings'],
    ['payment:', 'payment must be true, or its settings'],
    ['payment: { rate: 200 }', 'payment: rate must be <= 100'],
    ['payment: { delay: 5s }', 'payment: payment has no setting delay; it has rate, until'],
    ['payment: { for: 5m }', 'payment: payment has no setting for; it has rate, until'],
    ['payment: { version: 1.1 }', 'payment: version must be string'],
    ['payment: { until: soon }', 'payment: until must be a moment such as 2026-11-26T10:00:00Z'],
    [
      'lockContention: { lockTime: long }',
      'lockContention: lockTime must be a duration such as 5m',
    ],
    ['lockContention: { lockTime: 1h }', 'lockContention: lockTime must be <= 4500'],
    ['badRelease: { fault: badRelease }', 'badRelease: fault must be one of payment, '],
    ['logLeak: true\npayment: { rate: 200 }', 'payment: rate must be <= 100'],
    ['a: &a [1]\nb: *b', 'The file is no YAML: '],
  ])('may not be %s', (text, message) => {
    expect(() => readFaults(text)).toThrow(message);
  });
});
