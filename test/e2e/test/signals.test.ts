import { randomUUID } from 'node:crypto';
import { readExemplars, readMetrics, sumOf } from '@faultline/evidence';
import { type ServiceName, serviceNames, storeNames } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkout,
  closeWatchedShop,
  customer,
  openWatchedShop,
  receiver,
  shop,
  traced,
  withFullCart,
} from './watched-shop';

beforeAll(openWatchedShop);
afterAll(closeWatchedShop);

describe('the signals', () => {
  it('agree: every line of a log and every exemplar belongs to a trace that exists', async () => {
    const shopper = await withFullCart();
    await traced(20, 'POST', '/api/checkout', checkout(shopper), shopper);
    const known = () => new Set(receiver.spans.map(({ traceId }) => traceId));
    const logged = receiver.logs.flatMap(({ traceId }) => (traceId ? [traceId] : []));
    expect(logged.length).toBeGreaterThan(20);
    const exemplars: string[] = [];
    for (const name of serviceNames)
      for (const traceId of await readExemplars(shop.demo.adminUrl(name))) exemplars.push(traceId);
    expect(exemplars.length).toBeGreaterThan(6);
    await expect
      .poll(() => [...logged, ...exemplars].filter((id) => !known().has(id)), { timeout: 30_000 })
      .toEqual([]);
  });

  it("include the stores' own logs, as those of services of their names", async () => {
    const starts = (service: string) =>
      receiver.logs
        .filter((log) => log.service === service && /ready to accept/i.test(log.message))
        .map(({ level, resource }) => [level, resource['deployment.environment.name']]);
    for (const name of storeNames)
      await expect.poll(() => starts(name), { timeout: 30_000 }).toEqual([['info', 'demo']]);
  });

  it('count exactly what was asked', async () => {
    const count = async (service: ServiceName, labels: Record<string, string>) =>
      sumOf(
        await readMetrics(shop.demo.adminUrl(service)),
        'http_server_request_duration_seconds_count',
        labels,
      );
    const ok = { http_route: '/products/:id', http_response_status_code: '200' };
    const missing = { http_route: '/products/:id', http_response_status_code: '404' };
    const [product] = (await customer().products({ size: 1 })).body.items;
    const [okBefore, missingBefore] = [await count('product', ok), await count('product', missing)];
    for (let i = 0; i < 7; i += 1) await customer().send('GET', `/api/products/${product?.id}`);
    for (let i = 0; i < 3; i += 1) await customer().send('GET', '/api/products/nothing');
    expect(await count('product', ok)).toBe(okBefore + 7);
    expect(await count('product', missing)).toBe(missingBefore + 3);
  });

  it('count payments and orders, from 0', async () => {
    const payments = async () =>
      sumOf(await readMetrics(shop.demo.adminUrl('payment')), 'payments_total', {
        outcome: 'succeeded',
      });
    const orders = async () =>
      sumOf(await readMetrics(shop.demo.adminUrl('payment')), 'orders_total');
    const failed = (await readMetrics(shop.demo.adminUrl('payment'))).filter(
      ({ name, labels }) => name === 'payments_total' && labels.outcome === 'failed',
    );
    expect(failed.map(({ value }) => value)).toEqual(failed.map(() => 0));
    expect(failed.length).toBeGreaterThan(1);
    const [paid, ordered] = [await payments(), await orders()];
    await (await withFullCart()).checkout();
    expect(await payments()).toBe(paid + 1);
    expect(await orders()).toBe(ordered + 1);
  });

  it('stay bounded when ten thousand odd addresses are asked for', {
    timeout: 120_000,
  }, async () => {
    const web = shop.demo.adminUrl('web-gateway');
    const flood = async (count: number) => {
      for (let sent = 0; sent < count; sent += 100)
        await Promise.all(
          Array.from({ length: 100 }, (_, i) =>
            customer().send(i % 2 ? 'GET' : 'PROPFIND', `/odd/${sent + i}/${randomUUID()}`),
          ),
        );
    };
    await flood(200);
    const series = async () =>
      (await readMetrics(web)).filter(({ name }) => name.startsWith('http_')).length;
    const before = await series();
    await flood(10_000);
    expect(await series()).toBe(before);
  });
});

/**
 * Waits for what every service has told until now: each sends its spans and lines in the order in which they
 * came about, and so those of a purchase, which all of them have a part in, come last.
 */
const everythingHasArrived = async (): Promise<void> => {
  const shopper = await withFullCart();
  const { traceId } = await traced(20, 'POST', '/api/checkout', checkout(shopper), shopper);
  const told = () => {
    const lines = receiver.logs.filter((line) => line.traceId === traceId);
    return new Set(lines.map(({ service }) => service));
  };
  await expect.poll(told).toEqual(new Set(serviceNames));
};

describe('secrets', () => {
  it('show up in no signal, wherever they were sent', async () => {
    const card = '4000056655665556';
    const email = 'grace.hopper@example.test';
    const password = 'hunter2-password';
    const shopper = await withFullCart();
    const session = shopper.cookie?.split('=')[1] ?? '';
    const key = randomUUID();
    const body = {
      email,
      card: { number: card, expMonth: 12, expYear: 2039, cvc: '877' },
      cart: shopper.shown,
    };
    const everywhere = {
      authorization: `Bearer ${password}`,
      'x-card': card,
      'user-agent': card,
    };
    const put = { quantity: 1, card, password };
    const headers = { ...everywhere, 'idempotency-key': key };
    const paid = await traced(20, 'POST', '/api/checkout', { body, headers }, shopper);
    expect(paid.response.status).toBe(201);
    await shopper.send('POST', '/api/checkout', {
      body: { ...body, email: card },
      headers: everywhere,
    });
    await shopper.send('PUT', `/api/cart/items/${card}`, { body: put, headers: everywhere });
    for (const secret of [card, '4000 0566 5566 5556', email]) {
      const text = encodeURIComponent(secret);
      for (const path of [
        `/api/search?q=${text}`,
        `/api/suggestions?q=${text}`,
        `/api/products/${text}`,
        `/api/products?category=${text}`,
        `/api/orders/${text}`,
        `/${text}`,
        `/?email=${text}`,
      ])
        await shopper.send('GET', path, { headers: everywhere });
    }
    await everythingHasArrived();

    const signals = JSON.stringify([receiver.spans, receiver.logs]);
    const pages = await Promise.all(
      serviceNames.map(async (name) => (await fetch(`${shop.demo.adminUrl(name)}/metrics`)).text()),
    );
    const everything = signals + pages.join('\n');
    for (const secret of [card, '4000 0566', '4000%200566', 'grace.hopper', password, session])
      expect(everything.includes(secret), `${secret.slice(0, 6)}… was found`).toBe(false);
    expect(signals).not.toContain('"877"');
  });
});

describe('a collector that goes away', () => {
  it('slows no request, and what is lost is counted', async () => {
    await receiver.stop();
    const started = performance.now();
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => customer().send('GET', '/api/categories')),
    );
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
    expect(performance.now() - started).toBeLessThan(10_000);
    const lost = async () =>
      sumOf(await readMetrics(shop.demo.adminUrl('product')), 'telemetry_export_items_total', {
        signal: 'traces',
        outcome: 'failed',
      });
    await expect.poll(lost, { timeout: 30_000 }).toBeGreaterThan(0);
  });
});
