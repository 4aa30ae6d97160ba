import { readMetrics, sumOf } from '@faultline/signals';
import type { ServiceName } from '@faultline/topology';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWatchedShop, openWatchedShop, receiver, shop } from './watched-shop';

beforeAll(openWatchedShop, 120_000);
afterAll(closeWatchedShop);

const shoppers = 5;
const soon = { timeout: 30_000 };

/** Shoppers who ask for a list that hangs at the database, and leave after a second. */
const giveUp = async (url: string): Promise<void> => {
  // A service that has just started under load may still refuse.
  await expect.poll(async () => (await fetch(url)).status, soon).toBe(200);
  const database = new Client({ connectionString: shop.demo.storeUrl('product-data') });
  await database.connect();
  try {
    await database.query('begin; lock table categories in access exclusive mode');
    const asked = Array.from({ length: shoppers }, () =>
      fetch(url, { signal: AbortSignal.timeout(1000) }).then(
        ({ status }) => `answered with ${status}`,
        ({ name }: Error) => name,
      ),
    );
    expect(await Promise.all(asked)).toEqual(asked.map(() => 'TimeoutError'));
  } finally {
    await database.end();
  }
};

/** How each hop tells of the requests, from the one that was left inwards. */
const cases: { at: ServiceName; path: string; route: string; inside: readonly ServiceName[] }[] = [
  { at: 'product', path: '/categories', route: '/categories', inside: [] },
  { at: 'api-gateway', path: '/api/categories', route: '/api/categories', inside: ['product'] },
  {
    at: 'web-gateway',
    path: '/api/categories',
    route: '/api/*',
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
    await giveUp(shop.demo.url(at) + path);

    await expect.poll(async () => (await counted(at, '499')) - before, soon).toBe(shoppers);
    const lines = () =>
      receiver.logs.filter(
        ({ service, message, attributes }) =>
          service === at && message === 'http-request' && attributes.status === 499,
      );
    await expect.poll(() => lines().length, soon).toBe(shoppers);
    for (const { attributes } of lines()) {
      expect(attributes.route).toBe(route);
      // What the answer took, not how long it was waited for.
      expect(attributes.durationMs).toBeGreaterThan(500);
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
);
