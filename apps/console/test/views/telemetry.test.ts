import { id, log, span } from '@faultline/otlp/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../src/views/compare';
import { errors } from '../../src/views/errors';
import { heatMap } from '../../src/views/heat-map';
import { logFacets, logSummary, logs } from '../../src/views/logs';
import { trace } from '../../src/views/trace';
import { traces } from '../../src/views/traces';
import { openStore, type StoreForTest } from '../open-store';

let test: StoreForTest;

const from = 100_000;
const range = { from, to: 200_000 };

/** 40 requests for products, every fourth for a doughnut, which fails; then the one of long ago. */
const requests = Array.from({ length: 40 }, (_, index) => {
  const isDoughnut = index % 4 === 0;
  return span({
    service: 'product',
    traceId: id(index + 1),
    spanId: id(index + 1, 16),
    name: 'GET /products/:id',
    start: from + index * 1_000,
    end: from + index * 1_000 + (isDoughnut ? 400 : 40),
    status: isDoughnut ? 'ERROR' : 'UNSET',
    attributes: {
      'app.product.id': isDoughnut ? 'doughnut' : `mug-${index % 3}`,
      'http.response.status_code': isDoughnut ? 500 : 200,
      tags: ['a', 1],
    },
    events: isDoughnut
      ? [
          {
            name: 'exception',
            time: from + index * 1_000 + 390.5,
            attributes: { 'exception.message': `no price for ${id(index + 1)}` },
          },
        ]
      : [],
  });
});

beforeAll(async () => {
  test = await openStore();
  await test.take(
    [
      span({
        service: 'product',
        traceId: id(999),
        start: 0,
        end: 10,
        status: 'ERROR',
        name: 'old',
      }),
      ...requests,
      span({
        service: 'product',
        traceId: id(1),
        spanId: id(500, 16),
        parentSpanId: id(1, 16),
        name: 'SELECT products',
        kind: 'CLIENT',
        start: from + 100,
        end: from + 300,
      }),
    ],
    [
      log({
        time: from + 150,
        traceId: id(1),
        spanId: id(1, 16),
        level: 'error',
        message: 'no-price',
      }),
      ...Array.from({ length: 5 }, (_, index) => log({ time: from + index })),
      log({ time: 50_000, message: 'gone-by-now' }),
    ],
  );
});
afterAll(() => test.close());

const all = { q: '', ...range, limit: 50 };

describe('traces', () => {
  it('are those with spans that fit, the newest first, with an honest total', async () => {
    const page = await traces(test.store, { ...all, q: 'app.product.id:doughnut', limit: 4 });
    expect(page).toMatchObject({ total: 10, truncated: true, keptSince: 0 });
    expect(page.items.map(({ traceId }) => traceId)).toEqual([37, 33, 29, 25].map((n) => id(n)));
    expect(page.items[0]).toEqual({
      traceId: id(37),
      start: from + 36_000,
      duration: 400,
      spans: 1,
      errors: 1,
      service: 'product',
      name: 'GET /products/:id',
      hits: 1,
      longestHit: 400,
    });
    const rest = await traces(test.store, {
      ...all,
      q: 'app.product.id:doughnut',
      ...(page.next !== undefined && { cursor: page.next }),
    });
    expect(rest).toMatchObject({ total: 10, truncated: false });
    expect(rest.items).toHaveLength(6);
  });

  it('are of the last 15 minutes by default', async () => {
    expect(await traces(test.store, { q: '', limit: 5 })).toMatchObject({ total: 0 });
  });

  it.each([
    [{ q: 'duration:>' }, 'invalid-query', 'q'],
    [{ q: 'name:/x/' }, 'invalid-query', 'q'],
    [{ q: '(a' }, 'invalid-query', 'q'],
    [{ cursor: 'x' }, 'invalid-cursor', 'cursor'],
    [{ from: 2, to: 1 }, 'invalid-request', 'from'],
  ])('are refused for %j', async (query, code, field) => {
    await expect(traces(test.store, { ...all, ...query })).rejects.toMatchObject({
      statusCode: 400,
      code,
      errors: [{ field }],
    });
  });

  it('say where a query cannot be read', async () => {
    await expect(traces(test.store, { ...all, q: 'service:cart name:/x/' })).rejects.toMatchObject({
      message:
        'name cannot be a regular expression: * stands for any text, and a value with / needs quotes',
      extensions: { position: 18 },
    });
  });
});

describe('a trace', () => {
  it('has its spans with their times, and its log', async () => {
    const found = await trace(test.store, id(1), 100);
    expect(found).toMatchObject({
      start: from,
      duration: 400,
      totalSpans: 2,
      totalLogs: 1,
      truncated: false,
      logs: [{ time: from + 150, level: 'error', message: 'no-price', spanId: id(1, 16) }],
      spans: [
        {
          spanId: id(1, 16),
          service: 'product',
          status: 'ERROR',
          duration: 400,
          selfTime: 200,
          criticalTime: 200,
          attributes: { 'app.product.id': 'doughnut', tags: '["a",1]' },
          resource: { 'service.version': '1.0.0' },
          events: [{ name: 'exception', time: from + 390.5 }],
        },
        { parentSpanId: id(1, 16), kind: 'CLIENT', selfTime: 200, criticalTime: 200 },
      ],
    });
    expect(found.spans[0]).not.toHaveProperty('parentSpanId');
  });

  it('says when there is more of it', async () => {
    const found = await trace(test.store, id(1), 1);
    expect(found).toMatchObject({ totalSpans: 2, truncated: true });
    expect(found.spans).toHaveLength(1);
  });

  it('is unknown when nothing of it is kept', async () => {
    await expect(trace(test.store, id(12_345), 1)).rejects.toMatchObject({
      statusCode: 404,
      code: 'unknown-trace',
    });
  });
});

describe('logs', () => {
  it('are those that fit', async () => {
    const page = await logs(test.store, { ...all, q: 'level:error' });
    expect(page).toMatchObject({ total: 1, truncated: false, items: [{ message: 'no-price' }] });
  });

  it('are counted by the values of their fields', async () => {
    expect(await logFacets(test.store, { q: '', ...range })).toMatchObject({
      level: [
        { value: 'info', count: 5 },
        { value: 'error', count: 1 },
      ],
    });
  });

  it('are counted by message, with those that are new or gone', async () => {
    const { items, total } = await logSummary(test.store, { ...range, limit: 10 });
    expect(total).toBe(3);
    expect(
      items.map(({ message, novelty, count, before }) => [message, novelty, count, before]),
    ).toEqual([
      ['http-request', 'new', 5, 0],
      ['no-price', 'new', 1, 0],
      ['gone-by-now', 'gone', 0, 1],
    ]);
  });
});

it('counts spans by time and duration', async () => {
  const map = await heatMap(test.store, { q: 'status:error', ...range, columns: 10 });
  expect(map).toMatchObject({ ...range, columnMilliseconds: 10_000, rowsPerDoubling: 4 });
  // 400 ms are 2 ** 18.6 microseconds.
  expect(map.cells.map(({ column, row, count }) => [column, row, count])).toEqual(
    [0, 1, 2, 3].map((column) => [column, 74, column % 2 === 0 ? 3 : 2]),
  );
});

describe('comparing', () => {
  const query = { q: 'service:product kind:SERVER', ...range, limit: 5 };

  it('names first what the failed requests have in common', async () => {
    const { selected, rest, minSpans, differences } = await compare(test.store, query);
    expect({ selected, rest, minSpans }).toEqual({
      minSpans: 5,
      selected: { compared: 10, total: 10 },
      rest: { compared: 30, total: 30 },
    });
    expect(differences).toEqual([
      { key: 'app.product.id', value: 'doughnut', selected: 1, rest: 0 },
    ]);
  });

  it('takes a rectangle as the selection', async () => {
    const { selected, differences } = await compare(test.store, {
      ...query,
      selectedFrom: from,
      selectedTo: from + 20_000,
      minDuration: 100,
    });
    expect(selected).toEqual({ compared: 5, total: 5 });
    expect(differences.map(({ key }) => key)).toContain('http.response.status_code');
  });
});

describe('errors', () => {
  it('are one group whatever ids they name, and new if the range before had none', async () => {
    const page = await errors(test.store, { ...range, component: 'product' });
    expect(page).toMatchObject({ total: 2, truncated: false });
    expect(page.items).toMatchObject([
      {
        message: 'no price for …',
        component: 'product',
        count: 10,
        before: 0,
        first: from,
        last: from + 36_000,
        novelty: 'new',
        traceId: id(37),
      },
      { message: 'old', count: 0, before: 1, novelty: 'gone' },
    ]);
  });

  it('are not called new when they came at the start of what is kept', async () => {
    const page = await errors(test.store, { from: 0, to: 200_000 });
    expect(page.items.map(({ message, novelty }) => [message, novelty])).toEqual([
      ['no price for …', 'new'],
      ['no-price', 'new'],
      ['old', 'known'],
    ]);
  });
});
