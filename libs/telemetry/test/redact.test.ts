import { describe, expect, it } from 'vitest';
import { redact } from '../src';
import { redactFields } from '../src/redaction/redact-fields';

const size = 64 * 1024;

/** What patterns for card numbers and addresses are slow with. */
const worst = {
  letters: 'a'.repeat(size),
  digits: '4'.repeat(size),
  'digits with blanks': '4 '.repeat(size / 2),
  'at signs': '@'.repeat(size),
  'encoded at signs': '%40'.repeat(size / 3),
  'percent signs': '%'.repeat(size),
  'percent encoded again and again': `%${'25'.repeat(size / 2)}`,
  'addresses without an end': 'a@'.repeat(size / 2),
  'long names before an at sign': `${'a'.repeat(64)}@`.repeat(size / 65),
  'domains without a dot': `${'a'.repeat(64)}@${'a'.repeat(63)}`.repeat(size / 128),
  'dots after an at sign': `a@${'.a'.repeat(size / 2)}`,
  dashes: `4${'-'.repeat(size)}`,
};

describe('redaction', () => {
  it.each(Object.entries(worst))('takes little time for 64 kB of %s', (_what, text) => {
    const start = performance.now();
    redact(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '4111+1111+1111+1111',
    '4111%201111%201111%201111',
    '378282246310005',
    '4222222222222',
  ])('hides %s', (card) => {
    expect(redact(`card ${card} refused`)).toBe('card [digits] refused');
  });

  it.each([
    'bob@example.com',
    'bob%40example.com',
    'bob%2540example.com',
    'jürgen.müller+shop@straße.example.de',
    `${'a'.repeat(64)}@example.com`,
  ])('hides %s', (address) => {
    expect(redact(`mail ${address} refused`)).toBe('mail [e-mail] refused');
  });

  it.each([
    'invalid input syntax for type json',
    'connect ECONNREFUSED 127.0.0.1:28432',
    '2026-11-25T23:45:20.123Z',
    '@faultline/telemetry/dist/register.js:12:34',
  ])('leaves %s as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('hides a card number that is a number, and no smaller one', () => {
    const fields = { card: 4111111111111111, cards: [378282246310005], amount: 999999999999 };
    expect(redactFields(fields)).toEqual({
      card: '[digits]',
      cards: ['[digits]'],
      amount: 999999999999,
    });
  });
});
