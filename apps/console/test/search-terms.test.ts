import { type AttributeValue, queryWithin, termOf } from '@faultline/contracts/console';
import { id, log, span } from '@faultline/otlp/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../src/views/compare';
import { logs } from '../src/views/logs';
import { traces } from '../src/views/traces';
import { openStore, type StoreForTest } from './open-store';

const values = [
  ...['0.1.0', '10.0.0.1', '::1', '2001:db8::1', '/products/:id', 'GET /cart', 'a-b', '-a', '--'],
  ...['53300', '500', '-5', '1.0', '007', '1e3', 'true', 'false', 'null', 'NOT', 'AND', 'OR'],
  ...['', ' ', 'a b', ' a', '*', '**', 'a*', '*a*', 'mug-1', '%', '_', '?', '#', '$a', '@a'],
  ...['"', "'", '\\', '\\"', 'say "no"', "o'clock", 'C:\\temp', '(', ')', '(a)', '[', '[1]', '{}'],
  ...[
    'a:b',
    'a=b',
    'a>b',
    'a|b',
    'a OR b',
    '-a:b',
    'tab\there',
    'new\nline',
    'ü',
    'naïve',
    '日本',
    '👩‍🚀',
  ],
  ...['A', 'a', 'x'.repeat(200), '1.2.3-rc.1', '2026-01-01', '[1 TO 2]', 'a,b;c', '…', '\u00a0'],
  ...[500, 53300, 0, -5, 1.5, 1e21, 1e-7, -2.5e-9, true, false],
] as const satisfies AttributeValue[];

const keys = ['plain', 'http.route', 'odd key', '1st', 'a"b', 'ü', 'constructor', 'a:b', '(x)'];

const range = { from: 0, to: 1_000_000 };
let test: StoreForTest;

/** Six traces for each value, and as many records. */
beforeAll(async () => {
  test = await openStore();
  const each = values.flatMap((value, index) =>
    Array.from({ length: 6 }, (_, repeat) => ({ value, number: index * 6 + repeat + 1 })),
  );
  await test.take(
    each.map(({ value, number }) =>
      span({
        traceId: id(number),
        spanId: id(number, 16),
        start: number * 10,
        end: number * 10 + 1,
        attributes: {
          ...Object.fromEntries(keys.map((key) => [key, value])),
          within: { 'the.path': value },
          listed: [value],
        },
      }),
    ),
    each.map(({ value, number }) =>
      log({ time: number * 10, message: String(value), attributes: { err: { code: value } } }),
    ),
  );
});
afterAll(() => test.close());

const found = async (q: string): Promise<number> =>
  (await traces(test.store, { q, from: 0, to: 900_000, limit: 1 })).total;

const all = values.length * 6;

describe('a term for a value', () => {
  it.each(values.map((value) => [JSON.stringify(value), value] as const))(
    'of %s finds exactly what has it, and leaves out exactly that',
    async (_text, value) => {
      for (const key of keys) {
        expect(await found(termOf(key, value)), termOf(key, value)).toBe(6);
        expect(await found(`-${termOf(key, value)}`), `-${termOf(key, value)}`).toBe(all - 6);
      }
    },
  );

  it('also finds values within attributes, lists, and messages', async () => {
    for (const value of values) {
      expect(await found(termOf('within.the.path', value)), String(value)).toBe(6);
      expect(await found(termOf('listed', JSON.stringify([value]))), String(value)).toBe(6);
      const ofLog = async (q: string) => (await logs(test.store, { q, ...range, limit: 1 })).total;
      expect(await ofLog(termOf('err.code', value)), String(value)).toBe(6);
      const same = values.filter((other) => String(other) === String(value)).length;
      expect(await ofLog(termOf('message', String(value))), String(value)).toBe(6 * same);
    }
  });

  it('asks for a very long text by its beginning', async () => {
    const text = `select "id" from ${'products, '.repeat(100)}`;
    expect(termOf('db.query.text', text).length).toBeLessThan(200);
    await test.take(
      [span({ traceId: id(9_999), start: 999_000, end: 999_001, attributes: { sql: text } })],
      [],
    );
    expect(await traces(test.store, { q: termOf('sql', text), ...range, limit: 1 })).toMatchObject({
      total: 1,
      items: [{ traceId: id(9_999) }],
    });
  });
});

it('can be made of every value that Compare shows', async () => {
  const query = { q: '', from: 0, to: 900_000, limit: 100 };
  for (const [index, value] of values.entries()) {
    const { selected, differences } = await compare(test.store, {
      ...query,
      selectedFrom: index * 60 + 10,
      selectedTo: index * 60 + 70,
    });
    expect(selected.total).toBe(6);
    const names = differences.map(({ key }) => key);
    expect(names).toEqual(expect.arrayContaining([...keys, 'within.the.path', 'listed']));
    for (const { key, value: shown } of differences) {
      if (keys.includes(key)) expect(shown).toBe(value);
      expect(await found(termOf(key, shown)), `${key} ${shown}`).toBe(6);
    }
  }
});

describe('a search within a search', () => {
  it.each([
    ['status:ERROR OR name:nothing', 0],
    ['plain:a OR plain:A', 12],
    ['plain:A plain:a OR plain:500', 6],
    ['', all],
  ])('keeps to it: %s', async (query, total) => {
    const terms = 'service:cart kind:SERVER';
    expect(await found(queryWithin(query, terms))).toBe(total);
    expect(await found(queryWithin(query, 'service:nobody'))).toBe(0);
  });

  it.each(['a OR', 'a) OR (b', '"', 'NOT'])('never leads out of it: %s', async (query) => {
    const total = await found(queryWithin(query, 'service:nobody')).catch(() => 0);
    expect(total).toBe(0);
  });
});

it('compares spans with a number that is none', async () => {
  const spans = Array.from({ length: 6 }, (_, index) =>
    span({
      traceId: id(20_000 + index),
      spanId: id(20_000 + index, 16),
      start: 950_000 + index,
      end: 950_001 + index,
      status: index % 2 === 0 ? 'ERROR' : 'UNSET',
      attributes: { ratio: Number.NaN, limit: Number.POSITIVE_INFINITY },
    }),
  );
  await test.take(spans, []);
  const search = { from: 950_000, to: 960_000 };
  expect(await compare(test.store, { q: '', ...search, limit: 5 })).toMatchObject({
    selected: { total: 3 },
  });
  for (const term of [termOf('ratio', 'NaN'), termOf('limit', 'Infinity')])
    expect(await traces(test.store, { q: term, ...search, limit: 1 })).toMatchObject({ total: 6 });
});
