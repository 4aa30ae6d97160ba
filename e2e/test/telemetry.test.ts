import { randomUUID } from 'node:crypto';
import type { Demo } from '@faultline/demo';
import { type OtlpReceiver, startOtlpReceiver } from '@faultline/otlp';
import { type ServiceName, serviceNames } from '@faultline/topology';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Customer, declinedCard, goodCard } from '../src/customer';
import { readMetrics, sumOf } from '../src/metrics-text';
import { spanTree } from '../src/span-tree';
import { startShop } from '../src/start-shop';

let receiver: OtlpReceiver;
let shop: { demo: Demo; stop(): Promise<void> };

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
  shop = await startShop({
    environment: Object.fromEntries(serviceNames.map((name) => [name, environment])),
  });
}, 120_000);
afterAll(async () => {
  await shop.stop();
  await receiver.stop();
});

const customer = () => new Customer(shop.demo.url('web-gateway'));

/** The trace that a request became, once all of it has arrived. */
const traceOf = async (requestId: string, spans: number): Promise<string> => {
  const find = () =>
    receiver.logs.find(
      ({ service, message, attributes }) =>
        service === 'web-gateway' &&
        message === 'http-request' &&
        attributes.requestId === requestId,
    )?.traceId ?? '';
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  const arrived = () => receiver.spans.filter(({ traceId }) => traceId === find()).length;
  await expect.poll(arrived, { timeout: 30_000 }).toBe(spans);
  return find();
};

/** Sends one request, and answers with its trace. */
const traced = async (
  spans: number,
  method: string,
  path: string,
  options: Parameters<Customer['send']>[2] = {},
  who = customer(),
) => {
  const requestId = randomUUID();
  const headers = { ...options.headers, 'x-request-id': requestId };
  const answer = await who.send(method, path, { ...options, headers });
  const traceId = await traceOf(requestId, spans);
  const own = receiver.spans.filter((span) => span.traceId === traceId);
  return { answer, traceId, spans: own, tree: spanTree(receiver.spans, traceId) };
};

const withFullCart = async (): Promise<Customer> => {
  const shopper = customer();
  const [product] = (await shopper.products('?size=1')).body.items;
  await shopper.put(product?.id ?? '', 1);
  // The session has reached its replica when the replica answers without the primary's help.
  await expect.poll(async () => (await shopper.cart()).body.items.length).toBe(1);
  return shopper;
};

const checkout = (card = goodCard) => ({
  body: { email: 'ada@example.test', card },
  headers: { 'idempotency-key': randomUUID() },
});

const before = [
  [
    'api-gateway client GET /sessions/current',
    ['session server GET /sessions/current', ['session client GET session-data-replica']],
  ],
  ['api-gateway client GET /cart', ['cart server GET /cart', ['cart client HGETALL cart-data']]],
  [
    'api-gateway client GET /products/batch',
    ['product server GET /products/batch', ['product client SELECT products']],
  ],
];

const charge = (update: string) => [
  'api-gateway client POST /charges',
  [
    'payment server POST /charges',
    ['payment client INSERT charges'],
    ['payment client POST /v1/charges'],
    [update],
  ],
];

const clearing = [
  'api-gateway client DELETE /cart',
  ['cart server DELETE /cart', ['cart client DEL cart-data']],
];

const fromTheDoor = (...inside: unknown[]) => [
  'web-gateway server POST /api/*',
  ['web-gateway client POST /api/*', ['api-gateway server POST /api/checkout', ...inside]],
];

describe('the trace of a request', () => {
  it('leads from the door to every store that a purchase touches, and shows nothing else', async () => {
    const shopper = await withFullCart();
    const { answer, tree, spans } = await traced(20, 'POST', '/api/checkout', checkout(), shopper);
    expect(answer.status).toBe(201);
    expect(tree).toEqual(fromTheDoor(...before, charge('payment client UPDATE charges'), clearing));
    expect(spans.filter(({ status }) => status === 'ERROR')).toEqual([]);
  });

  it('is no error when a card is declined', async () => {
    const shopper = await withFullCart();
    const { answer, tree, spans } = await traced(
      17,
      'POST',
      '/api/checkout',
      checkout(declinedCard),
      shopper,
    );
    expect(answer.status).toBe(402);
    expect(tree).toEqual(fromTheDoor(...before, charge('payment client UPDATE charges')));
    expect(spans.filter(({ status }) => status !== 'UNSET')).toEqual([]);
  });

  it('is no error when there is no such product', async () => {
    const { answer, tree, spans } = await traced(6, 'GET', '/api/products/nothing');
    expect(answer.status).toBe(404);
    expect(tree).toEqual([
      'web-gateway server GET /api/*',
      [
        'web-gateway client GET /api/*',
        [
          'api-gateway server GET /api/products/:id',
          [
            'api-gateway client GET /products/:id',
            ['product server GET /products/:id', ['product client SELECT products']],
          ],
        ],
      ],
    ]);
    expect(spans.filter(({ status, events }) => status !== 'UNSET' || events.length > 0)).toEqual(
      [],
    );
  });

  it('tells what each span must tell', async () => {
    const { spans } = await traced(6, 'GET', '/api/products/nothing');
    const find = (service: string, kind: string) =>
      spans.find((span) => span.service === service && span.kind === kind);
    expect(find('product', 'SERVER')).toMatchObject({
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/products/:id',
        'http.response.status_code': 404,
        'url.path': '/products/nothing',
      },
      resource: {
        'service.name': 'product',
        'service.version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
        'service.instance.id': expect.stringMatching(/:\d+$/),
        'deployment.environment.name': 'demo',
        'host.name': expect.any(String),
      },
    });
    expect(find('product', 'CLIENT')?.attributes).toMatchObject({
      'db.system.name': 'postgresql',
      'db.operation.name': 'SELECT',
      'db.collection.name': 'products',
      'db.namespace': 'product',
      'db.user': 'product',
      'db.query.text': expect.stringContaining('where id = $1'),
      'server.address': '127.0.0.1',
    });
    expect(find('api-gateway', 'CLIENT')?.attributes).toMatchObject({
      'http.request.method': 'GET',
      'url.template': '/products/:id',
      'http.response.status_code': 404,
      'peer.service': 'product',
    });
  });
});

/** Holds a lock on a table, so that statements on it run into their time limit. */
const whileLocked = async <T>(table: string, work: () => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: shop.demo.storeUrl('product-data') });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`lock table ${table} in access exclusive mode`);
    return await work();
  } finally {
    await client.end();
  }
};

describe('a request that fails inside', () => {
  it('marks every span it passed, with the exception where it happened', async () => {
    const { answer, spans } = await whileLocked('categories', () =>
      traced(6, 'GET', '/api/categories'),
    );
    expect(answer.status).toBe(504);
    expect(answer.body.code).toBe('product-data-timeout');
    expect(spans.map(({ status }) => status)).toEqual(spans.map(() => 'ERROR'));
    const failing = spans.filter(({ events }) => events.some(({ name }) => name === 'exception'));
    expect(failing.map(({ service, kind }) => `${service} ${kind}`).sort()).toEqual([
      'api-gateway CLIENT',
      'api-gateway SERVER',
      'product CLIENT',
      'product SERVER',
    ]);
    const query = spans.find(({ name }) => name === 'SELECT categories');
    expect(query?.attributes).toMatchObject({ 'db.query.slow': true, 'error.type': '57014' });
    expect(receiver.logs.find(({ message }) => message === 'postgres-query-slow')).toMatchObject({
      service: 'product',
      traceId: query?.traceId,
      attributes: { store: 'product-data', statement: query?.attributes['db.query.text'] },
    });
  });
});

describe('the signals', () => {
  it('agree: every line of a log and every exemplar belongs to a trace that exists', async () => {
    const shopper = await withFullCart();
    await traced(20, 'POST', '/api/checkout', checkout(), shopper);
    const known = () => new Set(receiver.spans.map(({ traceId }) => traceId));
    const logged = receiver.logs.flatMap(({ traceId }) => (traceId ? [traceId] : []));
    expect(logged.length).toBeGreaterThan(20);
    const exemplars: string[] = [];
    for (const name of serviceNames)
      for (const { traceId } of await readMetrics(shop.demo.adminUrl(name)))
        if (traceId) exemplars.push(traceId);
    expect(exemplars.length).toBeGreaterThan(6);
    await expect
      .poll(() => [...logged, ...exemplars].filter((id) => !known().has(id)), { timeout: 30_000 })
      .toEqual([]);
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
    const [product] = (await customer().products('?size=1')).body.items;
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

describe('secrets', () => {
  it('show up in no signal, wherever they were sent', async () => {
    const card = '4000056655665556';
    const secrets = [
      card,
      '4000 0566 5566 5556',
      '877',
      'grace.hopper@example.test',
      'hunter2-password',
    ];
    const shopper = await withFullCart();
    const session = shopper.cookie?.split('=')[1] ?? '';
    const key = randomUUID();
    const body = {
      email: secrets[3],
      card: { number: card, expMonth: 12, expYear: 2039, cvc: '877' },
    };
    const everywhere = {
      authorization: `Bearer ${secrets[4]}`,
      'x-card': card,
      'user-agent': card,
    };
    const put = { quantity: 1, card, password: secrets[4] };
    await shopper.send('POST', '/api/checkout', {
      body,
      headers: { ...everywhere, 'idempotency-key': key },
    });
    await shopper.send('POST', '/api/checkout', {
      body: { ...body, email: card },
      headers: everywhere,
    });
    await shopper.send('PUT', `/api/cart/items/${card}`, { body: put, headers: everywhere });
    for (const secret of secrets.filter((each) => each !== '877')) {
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
    const last = await traced(6, 'GET', '/api/products/last-of-all');
    expect(last.answer.status).toBe(404);

    const signals = JSON.stringify([receiver.spans, receiver.logs]);
    const pages = await Promise.all(
      serviceNames.map(async (name) => (await fetch(`${shop.demo.adminUrl(name)}/metrics`)).text()),
    );
    const everything = signals + pages.join('\n');
    for (const secret of [card, '4000 0566', '4000%200566', 'grace.hopper', session])
      expect(everything.includes(secret), `${secret.slice(0, 6)}… was found`).toBe(false);
    expect(signals).not.toContain('"877"');
  });
});

describe('a collector that goes away', () => {
  it('slows no request, and what is lost is counted', async () => {
    await receiver.stop();
    const started = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => customer().send('GET', '/api/categories')),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(performance.now() - started).toBeLessThan(10_000);
    const lost = async () =>
      sumOf(await readMetrics(shop.demo.adminUrl('product')), 'telemetry_export_items_total', {
        signal: 'traces',
        outcome: 'failed',
      });
    await expect.poll(lost, { timeout: 30_000 }).toBeGreaterThan(0);
    receiver = await startOtlpReceiver();
  });
});
