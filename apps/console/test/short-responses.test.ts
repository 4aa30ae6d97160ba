import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { id, log, span } from '@faultline/otlp/testing';
import { refused } from '@faultline/service/testing';
import { serviceNames } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConsoleSources } from '../src/sources';
import { person, setUp } from './incidents-for-test';
import { openStore, type StoreForTest } from './open-store';
import { alertsOf, changesOf, healthOf, histogram, metricsOf, sample } from './sources';
import { startConsole } from './start-console';

const now = Date.now();
const from = now - 800_000;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const routes = ['/cart', '/cart/items', '/cart/items/:id', '/checkout', '/orders', '/orders/:id'];

const samplesOf = (number: number) => [
  ...routes.flatMap((route) =>
    histogram(
      'http_server_request_duration_seconds',
      { 0.02: number, 1: 2 * number, '+Inf': 3 * number },
      { http_request_method: 'GET', http_route: route, http_response_status_code: '200' },
    ),
  ),
  sample('process_cpu_seconds_total', number / 7),
  sample('process_resident_memory_bytes', 1e8 + number * 1234),
  sample('nodejs_heap_size_used_bytes', 5e7 + number * 777),
  ...['idle', 'used', 'waiting'].map((state) =>
    sample('db_client_connections', number % 7, { db_client_connection_state: state }),
  ),
];

let directory: string;
let store: StoreForTest;
let sources: Partial<ConsoleSources> & Pick<ConsoleSources, 'store'>;

/** A shop in which much has happened. */
beforeAll(async () => {
  store = await openStore();
  await store.take(
    [
      ...numbers(80).map((index) =>
        span({
          traceId: id(1),
          spanId: id(index + 1, 16),
          start: now - 5_000 + index,
          end: now - 4_000,
          attributes: { 'db.query.text': `select ${'x'.repeat(150)}` },
        }),
      ),
      ...numbers(1_500).map((index) =>
        span({
          traceId: id(1_000 + index),
          spanId: id(1_000 + index, 16),
          start: from + index * 500,
          end: from + index * 500 + 2 ** (index % 12),
          status: index % 5 === 0 ? 'ERROR' : 'UNSET',
        }),
      ),
    ],
    numbers(150).map((index) =>
      log({
        time: now - 10_000 + index,
        level: 'error',
        message: `failed-${index}`,
        traceId: id(1),
        service: index % 2 === 0 ? 'cart' : 'product-data',
      }),
    ),
  );
  directory = await mkdtemp(join(tmpdir(), 'faultline-console-'));
  const { incidents, fire } = setUp(directory);
  for (const component of serviceNames) fire(component);
  for (const index of numbers(60))
    incidents.comment(1, person('ada'), `${index}: ${'what '.repeat(40)}`);
  sources = {
    store: store.store,
    incidents,
    metrics: metricsOf(
      serviceNames.map((name) => [name, samplesOf] as const),
      { from, count: 400 },
    ),
    health: healthOf(
      numbers(300).map((index) => ({
        at: from + index * 1_000,
        component: 'cart',
        state: index % 2 === 0 ? 'green' : 'red',
        since: from + index * 1_000,
        reasons:
          index % 2 === 0
            ? []
            : [{ rule: 'errors', words: '33 % of its requests fail, over 5 %', since: from }],
      })),
    ),
    alerts: alertsOf(
      numbers(120).map((index) => ({
        name: 'ServiceErrors',
        subject: 'cart',
        priority: 'page',
        summary: 'The requests to a service fail: cart',
        component: 'cart',
        since: from + index * 1_000,
        resolvedAt: from + index * 1_000 + 500,
        value: 0.33,
      })),
    ),
    changes: changesOf(
      numbers(150).map((index) => ({
        at: from + index,
        service: 'cart',
        kind: 'restart',
        before: `${index}`,
        after: `${index + 1}`,
      })),
    ),
  };
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

/** Each view with what is asked for to get more than 8 KB have room for. */
const views = [
  ['/api/overview', 'limit=1000'],
  ['/api/states', 'limit=1000'],
  ['/api/red', 'points=120'],
  ['/api/red?component=cart&by=route', 'points=120'],
  ['/api/components/cart/resources', 'points=1000'],
  ['/api/heat-map', 'columns=120'],
  ['/api/compare', 'limit=100'],
  ['/api/errors', 'limit=1000'],
  ['/api/traces', 'limit=1000'],
  [`/api/traces/${id(1)}`, 'limit=1000'],
  ['/api/logs', 'limit=1000'],
  ['/api/logs/summary', 'limit=1000'],
  ['/api/logs/facets', 'q='],
  ['/api/executive', ''],
  ['/api/incidents/1/explanation', ''],
  ['/api/stores/product-data', 'limit=20'],
  ['/api/changes', 'limit=1000'],
  ['/api/alerts', 'limit=1000'],
  ['/api/incidents', 'limit=1000'],
  ['/api/incidents/1', 'limit=1000'],
  ['/api/faults', 'limit=100'],
] as const;

const Page = Type.Object({
  items: Type.Array(Type.Unknown()),
  total: Type.Integer(),
  truncated: Type.Boolean(),
  next: Type.Optional(Type.String()),
});

/** Those that are short, whatever has happened. */
const alwaysShort = [
  '/api/compare',
  '/api/executive',
  '/api/incidents',
  '/api/incidents/1/explanation',
  '/api/logs/facets',
  '/api/stores/product-data',
];

it.each(views)('%s takes at most 8 KB unless more is asked for', async (path, more) => {
  const console_ = await startConsole({ sources, faults: { file: undefined } });
  const read = async (target: string) => {
    const response = await console_.get(target);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    return text;
  };
  expect(Buffer.byteLength(await read(path))).toBeLessThanOrEqual(8_000);
  const whole = await read(`${path}${path.includes('?') ? '&' : '?'}${more}`);
  if (!alwaysShort.includes(path)) expect(Buffer.byteLength(whole)).toBeGreaterThan(8_000);
});

it.each(['states', 'errors', 'changes', 'alerts', 'faults'])(
  'the pages of /api/%s hold everything once',
  async (name) => {
    const console_ = await startConsole({ sources, faults: { file: undefined } });
    const range = `from=${from}&to=${now}`;
    const read = async (more: string) =>
      Parse(Page, await (await console_.get(`/api/${name}?${range}&${more}`)).json());
    const whole = await read('limit=1000');
    const pages = [];
    let cursor: string | undefined;
    do {
      const page = await read(cursor === undefined ? '' : `cursor=${cursor}`);
      expect(page.total).toBe(whole.total);
      expect(page.truncated).toBe(page.next !== undefined);
      pages.push(page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(pages.length).toBeGreaterThan(1);
    // The newest states come first, and each page is in order of time.
    expect((name === 'states' ? pages.reverse() : pages).flat()).toEqual(whole.items);
  },
);

it('refuses a number of entries that nobody can be shown', async () => {
  const console_ = await startConsole({ sources });
  for (const path of ['/api/overview?limit=0', '/api/states?limit=5001', '/api/heat-map?columns=9'])
    expect(await refused(console_.get(path))).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
});
