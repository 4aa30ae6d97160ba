import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { id, log, span } from '@faultline/otlp/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, type Condition, parseQuery, type Value } from '../src';
import { openStore } from './fixture';

const keys = [
  'product',
  'http.response.status_code',
  'retry',
  'odd "key" $.%_\\',
  'service.version',
];
const texts = fc.constantFrom(
  'mug-1',
  'MUG-10%',
  "o'clock",
  '5',
  'true',
  '1.0.0',
  '',
  '*',
  'mug*',
  '*1*0*',
  '*_\\',
);
const values: fc.Arbitrary<Value> = fc.oneof(
  texts,
  fc.constantFrom(0, 1, 5, 200, 502, 1.5),
  fc.boolean(),
);
const attributes = fc.dictionary(fc.constantFrom(...keys), values, { maxKeys: 4 });
const services = ['cart', 'product', 'payment'];
const resources = fc.record({ service: fc.constantFrom(...services), attributes });

const spans = fc
  .array(
    fc.record({
      trace: fc.nat(6),
      name: fc.constantFrom('GET /cart', 'SELECT products', 'get /CART', 'true', '5'),
      start: fc.nat(900),
      duration: fc.nat(50),
      status: fc.constantFrom<ReceivedSpan['status']>('UNSET', 'OK', 'ERROR'),
      attributes,
      resource: resources,
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ trace, duration, resource, ...rest }, index) =>
      span({
        ...rest,
        traceId: id(trace + 1),
        spanId: id(index + 1, 16),
        end: rest.start + duration,
        service: resource.service,
        resource: { ...resource.attributes, 'service.name': resource.service },
      }),
    ),
  );

const operators = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const like = fc.constant('like');
const field = fc.constantFrom(...keys);
const attributeConditions = fc.oneof(
  fc.record({ field, operator: operators, value: values }),
  fc.record({ field, operator: like, value: texts }),
);
const equalities = fc.constantFrom('=', '!=', 'like');

/** Whether a text is a pattern in which each star stands for any text. */
const isLike = (text: string, pattern: string): boolean => {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let left = text.slice(first.length, text.length - last.length);
  for (const piece of rest) {
    const at = left.indexOf(piece);
    if (at < 0) return false;
    left = left.slice(at + piece.length);
  }
  return true;
};

/** What a comparison means, in the words of JavaScript. */
const holds = (found: unknown, { operator, value }: Comparison): boolean => {
  if (found === undefined) return false;
  switch (operator) {
    case '=':
      return found === value;
    case '!=':
      return found !== value;
    case 'like':
      return typeof found === 'string' && isLike(found.toLowerCase(), value.toLowerCase());
    default: {
      const left = typeof found === 'string' || typeof found === 'number' ? found : undefined;
      const right = value;
      if (left === undefined || typeof left !== typeof right) return false;
      if (operator === '<') return left < right;
      if (operator === '<=') return left <= right;
      return operator === '>' ? left > right : left >= right;
    }
  }
};

/** A name is a text, also where a query looks for a number in it. */
const asText = (comparison: Comparison): Comparison => ({
  ...comparison,
  value: String(comparison.value),
});

const inAttributes = (
  { attributes: own, resource }: ReceivedSpan | ReceivedLog,
  condition: Comparison,
) => holds(own[condition.field], condition) || holds(resource[condition.field], condition);

const comparisons: fc.Arbitrary<Comparison> = fc.oneof(
  attributeConditions,
  fc.record({
    field: fc.constant('service'),
    operator: equalities,
    value: fc.constantFrom(...services, 'car*'),
  }),
  fc.record({
    field: fc.constant('name'),
    operator: equalities,
    value: fc.constantFrom('GET /cart', '*cart', '%'),
  }),
  fc.record({
    field: fc.constant('name'),
    operator: fc.constantFrom('=', '!='),
    value: fc.constantFrom(true, 5),
  }),
  fc.record({ field: fc.constant('status'), operator: equalities, value: fc.constant('ERROR') }),
  fc.record({
    field: fc.constant('duration'),
    operator: operators,
    value: fc.nat(50),
  }),
);

const { condition: spanConditions } = fc.letrec<{ condition: Condition }>((tie) => {
  const several = fc.array(tie('condition'), { maxLength: 3 });
  return {
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparisons,
      fc.record({ all: several }),
      fc.record({ any: several }),
      fc.record({ not: tie('condition') }),
    ),
  };
});

const fits = (each: ReceivedSpan, condition: Condition): boolean => {
  if ('all' in condition) return condition.all.every((one) => fits(each, one));
  if ('any' in condition) return condition.any.some((one) => fits(each, one));
  if ('not' in condition) return !fits(each, condition.not);
  switch (condition.field) {
    case 'service':
      return holds(each.service, condition);
    case 'name':
      return holds(each.name, asText(condition));
    case 'status':
      return holds(each.status, condition);
    case 'duration':
      return holds(each.end - each.start, condition);
    default:
      return inAttributes(each, condition);
  }
};

describe('a search', () => {
  it('finds what a look at every span finds', () => {
    const { writer, reader } = openStore();
    let lap = 0;
    fc.assert(
      fc.property(
        spans,
        fc.array(spanConditions, { maxLength: 3 }),
        fc.nat(900),
        fc.nat(900),
        (drawn, conditions, one, two) => {
          // Each run has a time of its own in the same store.
          lap += 1;
          const base = lap * 10_000;
          const moved = drawn.map((each, index) => ({
            ...each,
            traceId: id(base + Number.parseInt(each.traceId, 16)),
            spanId: id(base + index, 16),
            start: base + each.start,
            end: base + each.end,
          }));
          writer.append({ spans: moved, logs: [] });
          const [from, to] = [base + Math.min(one, two), base + Math.max(one, two)];
          const expected = moved
            .filter((each) => each.start >= from && each.start < to)
            .filter((each) => conditions.every((condition) => fits(each, condition)));
          const found = reader.spans({ from, to, conditions, limit: 100 });
          expect(new Set(found.items)).toEqual(new Set(expected));
          expect(found.total).toBe(expected.length);
          const traces = reader.traces({ from, to, conditions, limit: 100 });
          const hits = Map.groupBy(expected, ({ traceId }) => traceId);
          expect(new Map(traces.items.map((each) => [each.traceId, each.hits]))).toEqual(
            new Map([...hits].map(([traceId, list]) => [traceId, list.length])),
          );
          const { items: cells } = reader.heatMap(
            { from, to, conditions },
            { columnMilliseconds: 100, rowsPerDoubling: 2 },
          );
          expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
          expect(cells.reduce((sum, { errors }) => sum + errors, 0)).toBe(
            expected.filter(({ status }) => status === 'ERROR').length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shows the heat of each duration where it belongs', () => {
    const { writer, reader } = openStore();
    const spans = [0, 1, 2, 4, 1_024].map((milliseconds, index) =>
      span({
        spanId: id(index + 1, 16),
        start: 1_000 + index * 10,
        end: 1_000 + index * 10 + milliseconds,
      }),
    );
    writer.append({ spans, logs: [] });
    const { items: cells } = reader.heatMap(
      { from: 1_000, to: 2_000 },
      { columnMilliseconds: 20, rowsPerDoubling: 1 },
    );
    // 1 ms is 1000 µs, which log2 puts between 9 and 10.
    expect(cells.map(({ column, row, count }) => [column, row, count])).toEqual([
      [0, 0, 1],
      [0, 9, 1],
      [1, 10, 1],
      [1, 11, 1],
      [2, 19, 1],
    ]);
  });

  it('finds records by level, message, text and trace, and counts them by value', () => {
    const { writer, reader } = openStore();
    const trace = id(5);
    writer.append({
      spans: [],
      logs: [
        log({
          message: 'payment-charge-failed',
          level: 'error',
          traceId: trace,
          attributes: { reason: 'Connection refused' },
        }),
        log({ service: 'product', resource: { 'service.name': 'product' } }),
        log({ resource: { 'service.name': 'cart', 'service.instance.id': 'another' } }),
      ],
    });
    const logs = (...conditions: Condition[]) =>
      reader
        .logs({ from: 0, to: 10_000, limit: 10, conditions })
        .items.map(({ message }) => message);
    expect(logs({ field: 'level', operator: '=', value: 'error' })).toEqual([
      'payment-charge-failed',
    ]);
    expect(logs({ field: 'text', operator: 'like', value: '*REFUSED*' })).toEqual([
      'payment-charge-failed',
    ]);
    expect(logs({ field: 'text', operator: 'like', value: '*%*' })).toEqual([]);
    expect(logs(parseQuery('"CONNECTION refused"'))).toEqual(['payment-charge-failed']);
    expect(logs(parseQuery('"conn*refused"'))).toEqual([]);
    expect(logs({ field: 'trace', operator: '=', value: trace })).toEqual([
      'payment-charge-failed',
    ]);
    expect(logs({ field: 'service', operator: '!=', value: 'cart' })).toEqual(['http-request']);
    expect(reader.logFacets({ from: 0, to: 10_000 })).toEqual({
      service: [
        { value: 'cart', count: 2 },
        { value: 'product', count: 1 },
      ],
      level: [
        { value: 'info', count: 2 },
        { value: 'error', count: 1 },
      ],
      message: [
        { value: 'http-request', count: 2 },
        { value: 'payment-charge-failed', count: 1 },
      ],
      values: { service: 2, level: 2, message: 2 },
    });
  });
});
