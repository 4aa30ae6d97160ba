import { type Attributes, trace } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it } from 'vitest';
import { createLogger, redact } from '../src';
import { redactFields } from '../src/redaction/redact-fields';
import { redactSpan } from '../src/redaction/redact-span';
import { recordSpans } from './recorded-spans';

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

const spans = recordSpans();

const spanOf = (attributes: Attributes): ReadableSpan => {
  trace.getTracer('test').startSpan('work', { attributes }).end();
  const [span] = spans().slice(-1);
  if (!span) throw new Error('No span was recorded.');
  return span;
};

/** The line that is written of these fields. */
const logged = (fields: object): unknown => {
  let written = '';
  const destination = { write: (line: string) => (written = line) };
  createLogger({ service: 'cart', version: '1.0.0', level: 'info', destination }).info(
    { port: undefined, ...fields },
    'service-started',
  );
  return JSON.parse(written);
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

  it('redacts a number that may be a card number, but no smaller one', () => {
    const fields = { card: 4111111111111111, cards: [378282246310005], amount: 999999999999 };
    expect(redactFields(fields)).toEqual({
      card: '[digits]',
      cards: ['[digits]'],
      amount: 999999999999,
    });
  });

  it.each([
    ['a card number', '4111111111111111', '[digits]'],
    ['an e-mail address', 'bob@example.com', '[e-mail]'],
    ['a session id', 'kX3_9fQ-2bLw7TzA0mVc1R', '[session]'],
    ['a key of a session', 'session:kX3_9fQ-2bLw7TzA0mVc1R', 'session:[session]'],
  ])('hides %s that is the name of a field, at any depth', (_what, name, shown) => {
    const fields = { [name]: 1, sent: { [name]: [{ [name]: 'yes' }] }, kept: 2 };
    const redacted = { [shown]: 1, sent: { [shown]: [{ [shown]: 'yes' }] }, kept: 2 };
    expect(redactFields(fields)).toEqual(redacted);
    expect(logged(fields)).toMatchObject(redacted);
    expect(redactSpan(spanOf({ [name]: 'yes', kept: 2 })).attributes).toEqual({
      [shown]: 'yes',
      kept: 2,
    });
  });

  it.each([
    'http.response.status_code',
    'abcdefghijkRequestName',
    'charge_outcome_unknown',
    'NODE_EXTRA_CA_CERTS_XY',
  ])('leaves the name %s as it is', (name) => {
    expect(redactFields({ [name]: 1 })).toEqual({ [name]: 1 });
    expect(logged({ [name]: 1 })).toMatchObject({ [name]: 1 });
  });

  it('redacts more names than its cache holds', () => {
    const names = Array.from({ length: 3000 }, (_, each) => `name-${each}`);
    const fields = Object.fromEntries(names.map((name) => [name, 1]));
    expect(redactFields({ ...fields, '4111111111111111': 1 })).toEqual({
      ...fields,
      '[digits]': 1,
    });
  });
});
