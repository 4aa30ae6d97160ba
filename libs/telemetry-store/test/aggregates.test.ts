import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { id, log, span } from '@faultline/otlp/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../src';
import { openStore } from './fixture';

const range = { from: 0, to: 2_000 };
const middle = 1_000;

const failed = (message: string, changes: Partial<ReceivedSpan> = {}): Partial<ReceivedSpan> => ({
  status: 'ERROR',
  attributes: { 'error.type': '53300' },
  events: [
    { name: 'retry', time: 0, attributes: {} },
    { name: 'exception', time: 0, attributes: { 'exception.message': message } },
  ],
  ...changes,
});

const storeOf = (spans: readonly Partial<ReceivedSpan>[], logs: readonly ReceivedLog[] = []) => {
  const { writer, reader } = openStore();
  const whole = spans.map((each, index) =>
    span({ traceId: id(index + 1), spanId: id(index + 1, 16), ...each }),
  );
  writer.append({ spans: whole, logs });
  return { reader, spans: whole };
};

describe('errors by what they say', () => {
  it('are counted in a window and in the one before', () => {
    const { reader } = storeOf([
      failed('too many clients', { start: 500 }),
      failed('too many clients', { start: 1_200 }),
      failed('too many clients', { start: 1_500 }),
      failed('it is gone', { start: 900 }),
      { start: 1_300 },
      failed('too late', { start: 2_000 }),
    ]);
    expect(reader.errors(range, middle).items).toEqual([
      {
        from: 'span',
        service: 'cart',
        name: 'GET /cart',
        message: 'too many clients',
        type: '53300',
        count: 2,
        before: 1,
        first: 500,
        last: 1_500,
        traceId: id(3),
      },
      expect.objectContaining({ message: 'it is gone', count: 0, before: 1 }),
    ]);
  });

  it('are those of logs, too', () => {
    const error = { err: { message: 'connection refused', code: 'ECONNREFUSED' } };
    const { reader } = storeOf(
      [],
      [
        log({ level: 'error', message: 'redis-away', attributes: error, traceId: id(9) }),
        log({ level: 'error', message: 'redis-away', attributes: error }),
        log({ level: 'info', message: 'http-request' }),
      ],
    );
    expect(reader.errors(range, middle).items).toMatchObject([
      {
        from: 'log',
        name: 'redis-away',
        message: 'connection refused',
        type: 'ECONNREFUSED',
        count: 2,
      },
    ]);
  });

  it('are those that a search asks for', () => {
    const { reader } = storeOf([failed('a'), failed('b', { service: 'product', resource: {} })]);
    const conditions = [{ field: 'service', operator: '=', value: 'product' } as const];
    expect(reader.errors({ ...range, conditions }, middle).items).toMatchObject([{ message: 'b' }]);
  });
});

it('counts messages of a service in both windows, whatever instance wrote them', () => {
  const { reader } = storeOf(
    [],
    [
      log({ time: 900 }),
      log({ time: 1_000 }),
      log({ time: 1_100, resource: { 'service.name': 'cart', pod: 2 } }),
      log({ time: 1_200, level: 'error' }),
    ],
  );
  expect(reader.messages(range, middle)).toEqual([
    { service: 'cart', level: 'info', message: 'http-request', count: 2, before: 1, first: 900 },
    { service: 'cart', level: 'error', message: 'http-request', count: 1, before: 0, first: 1_200 },
  ]);
});

it('counts spans by the values of an attribute, as a heat map each', () => {
  const product = (value: string): Partial<ReceivedSpan> => ({
    attributes: { 'app.product.id': value },
  });
  const { reader } = storeOf([
    { ...product('mug'), start: 100, end: 100.004 },
    { ...product('mug'), start: 150, end: 150.005, status: 'ERROR' },
    { ...product('doughnut'), start: 1_100, end: 1_100.016 },
    { start: 100 },
  ]);
  const grid = { columnMilliseconds: 1_000, rowsPerDoubling: 2 };
  const cells = reader.spansBy('app.product.id', range, grid).items;
  expect(cells.sort((a, b) => a.column - b.column)).toEqual([
    { value: 'mug', column: 0, row: 4, count: 2, errors: 1 },
    { value: 'doughnut', column: 1, row: 8, count: 1, errors: 0 },
  ]);
  expect(reader.spansBy('service.version', range, grid).items).toEqual(
    expect.arrayContaining([{ value: '1.0.0', column: 0, row: 4, count: 2, errors: 1 }]),
  );
  expect(reader.spansBy('nobody.has', range, grid).items).toEqual([]);
});

it('finds the log of a trace, oldest first, and says how much there is', () => {
  const lines = [3, 1, 2].map((time) => log({ time, traceId: id(5) }));
  const { reader } = storeOf([], [...lines, log(), log({ traceId: id(6) })]);
  const { items, total } = reader.logsOfTrace(id(5), 2);
  expect(items.map(({ time }) => time)).toEqual([1, 2]);
  expect(total).toBe(3);
});

it('gives out records as they arrive, whatever their time, the newest of too many', () => {
  const { writer, reader } = openStore();
  const append = (...times: number[]) =>
    writer.append({ spans: [], logs: times.map((time) => log({ time, level: 'error' })) });
  append(10);
  const begin = reader.tail(undefined, [], 2);
  expect(begin).toMatchObject({ items: [], skipped: 0 });
  append(5, 3, 4);
  writer.append({ spans: [], logs: [log({ time: 6 })] });
  const errors = [{ field: 'level', operator: '=', value: 'error' } as const];
  const tail = reader.tail(begin.next, errors, 2);
  expect(tail.items.map(({ time }) => time)).toEqual([3, 4]);
  expect(tail.skipped).toBe(1);
  expect(reader.tail(tail.next, errors, 2).items).toEqual([]);
});

it('knows the oldest that it has', () => {
  expect(storeOf([]).reader.since()).toBeUndefined();
  expect(storeOf([{ start: 70 }, { start: 60 }], [log({ time: 65 })]).reader.since()).toBe(60);
});

describe('comparing a selection with the rest', () => {
  const selection = { field: 'duration', operator: '>=', value: 100 } as const;
  const whole = ({ resource, attributes, service, name, kind, status }: ReceivedSpan) => ({
    ...resource,
    service,
    name,
    kind,
    status,
    ...attributes,
  });

  it('finds what comparing all spans by hand finds', () => {
    const drawn = fc.array(
      fc.record({
        duration: fc.constantFrom(10, 100, 200),
        product: fc.constantFrom('mug', 'doughnut'),
        name: fc.constantFrom('GET /', 'GET /products/:id'),
        status: fc.constantFrom<ReceivedSpan['status']>('UNSET', 'ERROR'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(drawn, (all) => {
        const { reader, spans } = storeOf(
          all.map(({ duration, product, name, status }, index) => ({
            name,
            status,
            start: index,
            end: index + duration,
            attributes: { product },
          })),
        );
        const [selected, rest] = [true, false].map((wanted) =>
          spans.filter(({ start, end }) => end - start >= 100 === wanted),
        );
        const found = reader.compare(range, selection, { selected: 100, rest: 100 });
        expect(found.selected).toEqual({ compared: selected?.length, total: selected?.length });
        expect(found.rest).toEqual({ compared: rest?.length, total: rest?.length });
        const byHand = compare(selected?.map(whole) ?? [], rest?.map(whole) ?? []);
        const score = ({ selected: s, rest: r }: { selected: number; rest: number }) => s - r;
        expect(found.differences.map(({ key }) => key).sort()).toEqual(
          byHand.map(({ key }) => key).sort(),
        );
        expect(found.differences.map(score)).toEqual(byHand.map(score));
      }),
      { numRuns: 30 },
    );
  });

  it('takes a sample of many, and says how many', () => {
    const { reader } = storeOf(
      Array.from({ length: 3_000 }, (_, index) => ({
        start: index / 10,
        end: index / 10 + (index % 10 === 0 ? 100 : 10),
        attributes: { third: index % 3, slow: index % 10 === 0 },
      })),
    );
    const found = reader.compare(range, selection, { selected: 100, rest: 500 });
    expect(found.selected.total).toBe(300);
    expect(found.rest.total).toBe(2_700);
    expect(Math.abs(found.selected.compared - 100)).toBeLessThan(30);
    expect(Math.abs(found.rest.compared - 500)).toBeLessThan(70);
    expect(found.differences[0]).toEqual({ key: 'slow', value: true, selected: 1, rest: 0 });
    // A third of either, give or take what a sample of a hundred allows.
    const third = found.differences.find(({ key }) => key === 'third');
    expect((third?.selected ?? 1) - (third?.rest ?? 0)).toBeLessThan(0.15);
  });
});
