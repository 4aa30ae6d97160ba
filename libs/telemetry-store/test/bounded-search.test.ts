import { id, log, span } from '@faultline/otlp/testing';
import { describe, expect, it } from 'vitest';
import { type Page, parseQuery } from '../src';
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

  it('reads all rows if there are no more', () => {
    const page = filledStore(200).traces({ ...range, conditions, limit: 50 });
    expect(page).toMatchObject({ total: 10, next: undefined, searchedSince: undefined });
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

it('counts a trace that began before the range, and has spans in it', () => {
  const reader = filledStore(50);
  const { total, items } = reader.traces({ from: 10_300, to: 12_000, limit: 5 });
  expect([total, items.length]).toEqual([2, 2]);
});
