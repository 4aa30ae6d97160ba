import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { productRoutes, shopPattern, shopRoutes } from '@faultline/contracts';
import { readMetrics, sumOf } from '@faultline/evidence';
import { statusOf } from '@faultline/service/testing';
import type { ServiceName } from '@faultline/topology';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWatchedShop, openWatchedShop, receiver, shop } from './watched-shop';

beforeAll(openWatchedShop);
afterAll(closeWatchedShop);

const shoppers = 5;
const soon = { timeout: 30_000 };
/** Milliseconds of a test: enough that it ends with what did not come soon. */
const limit = 120_000;

/** Sends a GET, and returns a function that leaves; it resolves once the server has noticed. */
const ask = (url: URL): (() => Promise<void>) => {
  const socket = connect({ host: url.hostname, port: Number(url.port) });
  const response = text(socket);
  socket.write(`GET ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\n\r\n`);
  return async () => {
    socket.end();
    expect(await response, 'what was answered before they left').toBe('');
  };
};

/**
 * Shoppers who ask for a list that hangs at the database, and leave before it is answered. Returns
 * milliseconds that each response took at least, longer than any of them stayed.
 */
const giveUp = async (url: URL): Promise<number> => {
  // A service that has just started under load may still refuse.
  await expect.poll(() => statusOf(url.href), soon).toBe(200);
  const database = new Client({ connectionString: shop.demo.storeUrl('product-data') });
  await database.connect();
  try {
    await database.query('begin; lock table categories in access exclusive mode');
    const asked = performance.now();
    const leave = Array.from({ length: shoppers }, () => ask(url));
    const hanging = () =>
      database.query(
        "select from pg_locks where relation = 'categories'::regclass and not granted",
      );
    await expect.poll(async () => (await hanging()).rowCount, soon).toBe(shoppers);
    const allHang = performance.now();
    await Promise.all(leave.map((each) => each()));
    const left = performance.now();
    await expect.poll(() => performance.now() - left, soon).toBeGreaterThan(left - asked);
    return performance.now() - allHang;
  } finally {
    await database.end();
  }
};

/** How each hop tells of the requests, from the one that was left inwards. */
const cases: { at: ServiceName; path: string; route: string; inside: readonly ServiceName[] }[] = [
  {
    at: 'product',
    path: productRoutes.categories.path,
    route: productRoutes.categories.path,
    inside: [],
  },
  {
    at: 'api-gateway',
    path: shopRoutes.listCategories.path,
    route: shopRoutes.listCategories.path,
    inside: ['product'],
  },
  {
    at: 'web-gateway',
    path: shopRoutes.listCategories.path,
    route: shopPattern,
    inside: ['api-gateway', 'product'],
  },
];

it.each(cases)(
  'requests that shoppers give up at $at are told of as 499 by line, metric and span',
  async ({ at, path, route, inside }) => {
    const counted = async (service: ServiceName, status: string) =>
      sumOf(
        await readMetrics(shop.demo.adminUrl(service)),
        'http_server_request_duration_seconds_count',
        { http_response_status_code: status, ...(service === at && { http_route: route }) },
      );
    const before = await counted(at, '499');
    const milliseconds = await giveUp(new URL(path, shop.demo.url(at)));

    await expect.poll(async () => (await counted(at, '499')) - before, soon).toBe(shoppers);
    const lines = () =>
      receiver.logs.filter(
        ({ service, message, attributes }) =>
          service === at && message === 'http-request' && attributes.status === 499,
      );
    await expect.poll(() => lines().length, soon).toBe(shoppers);
    for (const { attributes } of lines()) {
      expect(attributes.route).toBe(route);
      // What the response took, not how long it was waited for.
      expect(attributes.durationMs).toBeGreaterThanOrEqual(Math.floor(milliseconds));
    }

    const traces = new Set(lines().map(({ traceId }) => traceId));
    expect(traces.size).toBe(shoppers);
    const statuses = (name: ServiceName) =>
      receiver.spans
        .filter(
          ({ traceId, kind, service }) =>
            traces.has(traceId) && kind === 'SERVER' && service === name,
        )
        .map(({ attributes }) => attributes['http.response.status_code']);
    await expect.poll(() => statuses(at), soon).toEqual(Array(shoppers).fill(499));
    // Nobody calls the work off: those inside have answered their caller.
    for (const name of inside)
      await expect.poll(() => statuses(name), soon).toEqual(Array(shoppers).fill(200));
  },
  limit,
);
