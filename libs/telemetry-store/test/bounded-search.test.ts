import { id, log, span } from '@faultline/otlp/testing';
import { describe, expect, it } from 'vitest';
import { CursorError, type Page, parseQuery, type TraceOrder } from '../src';
import { openStore, storeFile } from './fixture';

const range = { from: 0, to: 100_000 };

/** 100 traces of two spans, and a record each; every tenth has a colour. */
const filledStore = (maxRows: number) => {
  const { writer, reader } = openStore(storeFile(), maxRows);
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  const colour = (number: number) => (number % 10 === 0 ? { colour: 'red' } : {});
  writer.append({
    spans: numbers.flatMap((number) =>
      [0, 1].map((part) =>
        span({
          traceId: id(number),
          spanId: id(2 * number + part, 16),
          start: number * 1_000 + part * 500,
          end: number * 1_000 + 600,
          attributes: colour(number),
        }),
      ),
    ),
    logs: numbers.map((number) => log({ time: number * 1_000, attributes: colour(number) })),
  });
  return reader;
};

const pagesOf = <Item>(read: (cursor: string | undefined) => Page<Item>): Page<Item>[] => {
  const pages = [read(undefined)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(read(next));
  return pages;
};

describe('a search that has to look into attributes', () => {
  const conditions = [parseQuery('colour:red')];

  it('reads the newest rows, says since when, and its pages go on from there', () => {
    const reader = filledStore(50);
    const pages = pagesOf((cursor) => reader.traces({ ...range, conditions, limit: 3, cursor }));
    expect(pages[0]).toMatchObject({ total: 2, searchedSince: 74_500 });
    expect(pages.flatMap(({ items }) => items.map(({ start }) => start))).toEqual(
      [90, 80, 70, 60, 50, 40, 30, 20, 10, 0].map((second) => second * 1_000),
    );
    expect(pages.at(-1)?.searchedSince).toBeUndefined();
    const logs = pagesOf((cursor) => reader.logs({ ...range, conditions, limit: 3, cursor }));
    expect(logs[0]).toMatchObject({ total: 5, searchedSince: 49_000 });
    expect(logs.flatMap(({ items }) => items)).toHaveLength(10);
    expect(reader.logFacets({ ...range, conditions })).toMatchObject({
      level: [{ value: 'info', count: 5 }],
      searchedSince: 49_000,
    });
  });

  it('reads fewer rows the more often it has to look into each', () => {
    const often = [parseQuery(Array.from({ length: 20 }, () => 'colour:red').join(' OR '))];
    const page = filledStore(50).traces({ ...range, conditions: often, limit: 3 });
    expect(page).toMatchObject({ total: 0, searchedSince: 97_000, next: expect.any(String) });
  });

  it('reads all rows if there are no more', () => {
    const page = filledStore(200).traces({ ...range, conditions, limit: 50 });
    expect(page).toMatchObject({ total: 10, next: undefined, searchedSince: undefined });
  });
});

describe('what counts rows by their attributes', () => {
  const grid = { columnMilliseconds: 100_000, rowsPerDoubling: 1 };
  const countOf = (cells: readonly { count: number }[]) =>
    cells.reduce((sum, { count }) => sum + count, 0);

  it('reads the newest rows only, and says since when', () => {
    const reader = filledStore(50);
    const red = { ...range, conditions: [parseQuery('colour:red')] };
    const map = reader.heatMap(red, grid);
    expect([countOf(map.items), map.searchedSince]).toEqual([4, 74_500]);
    const byColour = reader.spansBy('colour', range, grid);
    expect([countOf(byColour.items), byColour.searchedSince]).toEqual([4, 74_500]);
    const limits = { selected: 1_000, rest: 1_000 };
    expect(reader.compare(range, parseQuery('colour:red'), limits)).toMatchObject({
      selected: { total: 4, compared: 4 },
      rest: { total: 47, compared: 47 },
      searchedSince: 74_500,
    });
    expect(reader.compare(red, parseQuery('duration:>550'), limits)).toMatchObject({
      selected: { total: 2 },
      rest: { total: 2 },
      searchedSince: 74_500,
    });
  });

  it('reads all rows where no attributes are needed', () => {
    const reader = filledStore(50);
    expect(countOf(reader.heatMap(range, grid).items)).toBe(200);
    expect(reader.heatMap(range, grid).searchedSince).toBeUndefined();
    expect(reader.spansBy('service.version', range, grid).searchedSince).toBeUndefined();
  });

  it('counts the newest errors only, and says since when', () => {
    const { writer, reader } = openStore(storeFile(), 10);
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    writer.append({
      spans: numbers.map((number) =>
        span({
          spanId: id(number + 1, 16),
          start: number * 1_000,
          end: number * 1_000,
          status: number % 5 === 0 ? 'ERROR' : 'UNSET',
        }),
      ),
      logs: numbers.map((number) =>
        log({ time: number * 1_000, level: number % 2 === 0 ? 'error' : 'info' }),
      ),
    });
    const { items, searchedSince } = reader.errors(range, 0);
    expect(items.map(({ from, count }) => [from, count])).toEqual([
      ['span', 11],
      ['log', 11],
    ]);
    expect(searchedSince).toBe(78_000);
  });
});

describe('traces in another order', () => {
  const ordered = (reader: ReturnType<typeof filledStore>, order: TraceOrder, limit: number) =>
    pagesOf((cursor) => reader.traces({ ...range, limit, order, cursor }));

  it.each(['duration', 'spans', 'errors', 'hits', 'longestHit'] as const)(
    'have those with the most %s first',
    (order) => {
      const { writer, reader } = openStore();
      const numbers = Array.from({ length: 40 }, (_, index) => index);
      writer.append({
        spans: numbers.flatMap((number) =>
          Array.from({ length: 1 + ((number * 7) % 5) }, (_, part) =>
            span({
              traceId: id(number + 1),
              spanId: id(number * 10 + part + 1, 16),
              start: number * 100,
              end: number * 100 + ((number * 13) % 31),
              status: part < number % 3 ? 'ERROR' : 'UNSET',
            }),
          ),
        ),
        logs: [],
      });
      const pages = ordered(reader, order, 7);
      const items = pages.flatMap((page) => page.items);
      expect(new Set(items.map(({ traceId }) => traceId)).size).toBe(40);
      expect(pages[0]?.total).toBe(40);
      const values = items.map((trace) => trace[order]);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      expect(new Set(values).size).toBeGreaterThan(2);
    },
  );

  it('have the longest span that fits first, whatever else is in its trace', () => {
    const { writer, reader } = openStore();
    writer.append({
      spans: [3, 9, 5].flatMap((milliseconds, index) => [
        span({ traceId: id(index + 1), spanId: id(2 * index + 1, 16), start: 0, end: 100 - index }),
        span({
          traceId: id(index + 1),
          spanId: id(2 * index + 2, 16),
          start: 10,
          end: 10 + milliseconds,
          attributes: { colour: 'red' },
        }),
      ]),
      logs: [],
    });
    const search = { ...range, conditions: [parseQuery('colour:red')], limit: 5 };
    const hits = ({ items }: ReturnType<typeof reader.traces>) =>
      items.map(({ traceId, longestHit }) => [traceId, longestHit]);
    const [first, second, third] = [1, 2, 3].map((number) => id(number));
    const inOrder = [
      [second, 9],
      [third, 5],
      [first, 3],
    ];
    expect(hits(reader.traces({ ...search, order: 'longestHit' }))).toEqual(inOrder);
    expect(hits(reader.traces(search))).toEqual(expect.arrayContaining(inOrder));
  });

  it('are those of the newest spans, and say since when', () => {
    const reader = filledStore(50);
    const pages = ordered(reader, 'duration', 10);
    expect(pages[0]).toMatchObject({ total: 26, searchedSince: 74_500 });
    expect(pages.flatMap(({ items }) => items)).toHaveLength(26);
    const conditions = [parseQuery('colour:red duration:>200')];
    expect(reader.traces({ ...range, conditions, limit: 5, order: 'duration' })).toMatchObject({
      total: 2,
      items: [{ hits: 1 }, { hits: 1 }],
    });
  });

  it('refuse the cursor of another order', () => {
    const reader = filledStore(1_000);
    const { next } = reader.traces({ ...range, limit: 1 });
    const search = { ...range, limit: 1, order: 'duration', cursor: next } as const;
    expect(() => reader.traces(search)).toThrow(CursorError);
    const largest = reader.traces({ ...search, cursor: undefined }).next;
    expect(() => reader.traces({ ...range, limit: 1, cursor: largest })).toThrow(CursorError);
  });
});

it('reads all rows for what needs no attributes', () => {
  const reader = filledStore(50);
  for (const query of ['', 'service:cart', 'duration:<601'])
    expect(
      reader.traces({ ...range, conditions: [parseQuery(query)], limit: 5 }),
      query,
    ).toMatchObject({ total: 100, searchedSince: undefined });
  expect(reader.logFacets(range).service).toEqual([{ value: 'cart', count: 100 }]);
});

it('counts no traces of a service that there is not', () => {
  const conditions = [parseQuery('service:nobody')];
  expect(filledStore(50).traces({ ...range, conditions, limit: 5 })).toMatchObject({
    items: [],
    total: 0,
  });
});

it('counts a trace that began before the range, and has spans in it', () => {
  const reader = filledStore(50);
  const { total, items } = reader.traces({ from: 10_300, to: 12_000, limit: 5 });
  expect([total, items.length]).toEqual([2, 2]);
});
