import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { describe, expect, it } from 'vitest';
import { findLogs, findSpans, holdsCardNumber } from '../src';

const span = (changes: Partial<ReceivedSpan> = {}): ReceivedSpan => ({
  service: 'product',
  resource: {},
  traceId: 'a',
  spanId: '1',
  parentSpanId: '',
  name: 'SELECT products',
  kind: 'CLIENT',
  start: 0,
  end: 10,
  attributes: { 'error.type': '42703' },
  links: [],
  events: [
    {
      name: 'exception',
      time: 0,
      attributes: { 'exception.message': 'column does not exist' },
    },
  ],
  status: 'ERROR',
  ...changes,
});

describe('spans are found', () => {
  const spans = [span()];
  const wanted = { service: 'product', span: 'SELECT products' } as const;

  it.each([
    [{}],
    [{ span: '/^SELECT/' }],
    [{ attributes: { 'error.type': '42703' } }],
    [{ attributes: { 'error.type': '/^42/' } }],
    [{ exception: 'does not exist' }],
    [{ status: 'ERROR' as const }],
    [{ minDuration: 10 }],
  ])('by %o', (more) => {
    expect(findSpans(spans, { ...wanted, ...more })).toHaveLength(1);
  });

  it.each([
    [{ service: 'cart' as const }],
    [{ span: 'SELECT' }],
    [{ attributes: { 'error.type': '42' } }],
    [{ attributes: { 'db.user': '/./' } }],
    [{ exception: 'no such thing' }],
    [{ minDuration: 11 }],
    [{ minPerTrace: 2 }],
  ])('but not by %o', (more) => {
    expect(findSpans(spans, { ...wanted, ...more })).toEqual([]);
  });

  it('when enough of those that match are slow', () => {
    const slow = (count: number) => Array.from({ length: count }, () => span({ end: 60 }));
    const quick = (count: number) => Array.from({ length: count }, () => span());
    const mostly = { ...wanted, status: 'ERROR', minDuration: 55, minRatio: 0.5 } as const;
    expect(findSpans([...slow(6), ...quick(6)], mostly)).toHaveLength(6);
    const others = quick(7).map((each) => ({ ...each, status: 'UNSET' as const }));
    expect(findSpans([...slow(6), ...others], mostly)).toHaveLength(6);
    expect(findSpans([...slow(6), ...quick(7)], mostly)).toEqual([]);
  });

  it('when there are enough of them in a trace', () => {
    const many = [span(), span({ spanId: '2' }), span({ traceId: 'b' })];
    expect(findSpans(many, { ...wanted, minPerTrace: 2 })).toHaveLength(2);
  });

  it('when there are enough of them in all', () => {
    const two = [span(), span({ traceId: 'b' })];
    expect(findSpans(two, { ...wanted, minCount: 2 })).toHaveLength(2);
    expect(findSpans(two, { ...wanted, minCount: 3 })).toEqual([]);
    // Those that are too few in their trace do not count.
    expect(findSpans([...two, span()], { ...wanted, minPerTrace: 2, minCount: 3 })).toEqual([]);
  });
});

const line = (changes: Partial<ReceivedLog> = {}): ReceivedLog => ({
  service: 'payment',
  resource: {},
  time: 0,
  level: 'info',
  message: 'payment-charge-requested',
  traceId: 'a',
  spanId: '1',
  attributes: { card: '4111111111111111', amount: 2598 },
  ...changes,
});

it('log lines are found by name, by text and by card numbers', () => {
  const wanted = { service: 'payment', message: '/^payment-/' };
  expect(findLogs([line()], wanted)).toHaveLength(1);
  expect(findLogs([line()], { ...wanted, containing: '2598' })).toHaveLength(1);
  expect(findLogs([line()], { ...wanted, containing: '2599' })).toEqual([]);
  expect(findLogs([line(), line()], { ...wanted, minCount: 2 })).toHaveLength(2);
  expect(findLogs([line()], { ...wanted, minCount: 2 })).toEqual([]);
  expect(findLogs([line()], { ...wanted, cardNumber: true })).toHaveLength(1);
  expect(
    findLogs([line({ attributes: { amount: 2598 } })], { ...wanted, cardNumber: true }),
  ).toEqual([]);
});

it('identifiers are no card numbers, whatever their digits', () => {
  const hashes = { requestId: '4111111111111111', session: '4242424242424242' };
  const wanted = { service: 'payment', message: '/./', cardNumber: true } as const;
  expect(findLogs([line({ attributes: hashes })], wanted)).toEqual([]);
});

describe('a card number', () => {
  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '5555-5555-5555-4444',
    'card: 378282246310005.',
  ])('is found in %s', (text) => expect(holdsCardNumber(text)).toBe(true));

  it.each([
    '4242424242424243',
    '1763700000123',
    '42424242',
    '0af7651916cd43dd8448eb211c80319c',
    'b9f34242-4242-4242-4242-42bb5f9c0a11',
    'a4242424242424242',
    '',
  ])('is not found in %s', (text) => expect(holdsCardNumber(text)).toBe(false));
});
