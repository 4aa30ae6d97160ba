import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declinedCard } from '../src/customer';
import {
  checkout,
  closeWatchedShop,
  openWatchedShop,
  receiver,
  shop,
  traced,
  withFullCart,
} from './watched-shop';

beforeAll(openWatchedShop);
afterAll(closeWatchedShop);

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
  'api-gateway client POST /cart/bought',
  ['cart server POST /cart/bought', ['cart client EVAL cart-data']],
];

const fromTheGateway = (...inside: unknown[]) => [
  'web-gateway server POST /api/*',
  ['web-gateway client POST /api/*', ['api-gateway server POST /api/checkout', ...inside]],
];

describe('the trace of a request', () => {
  it('leads from the public entry to every store that a purchase touches, and shows nothing else', async () => {
    const shopper = await withFullCart();
    const { response, tree, spans } = await traced(
      20,
      'POST',
      '/api/checkout',
      checkout(shopper),
      shopper,
    );
    expect(response.status).toBe(201);
    expect(tree).toEqual(
      fromTheGateway(...before, charge('payment client UPDATE charges'), clearing),
    );
    expect(spans.filter(({ status }) => status === 'ERROR')).toEqual([]);
  });

  it('is no error when a card is declined', async () => {
    const shopper = await withFullCart();
    const { response, tree, spans } = await traced(
      17,
      'POST',
      '/api/checkout',
      checkout(shopper, declinedCard),
      shopper,
    );
    expect(response.status).toBe(402);
    expect(tree).toEqual(fromTheGateway(...before, charge('payment client UPDATE charges')));
    expect(spans.filter(({ status }) => status !== 'UNSET')).toEqual([]);
  });

  it('is no error when there is no such product', async () => {
    const { response, tree, spans } = await traced(6, 'GET', '/api/products/nothing');
    expect(response.status).toBe(404);
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
        'url.path': '/products/:id',
        'app.product.id': 'nothing',
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
    const { response, traceId, spans } = await whileLocked('categories', () =>
      traced(6, 'GET', '/api/categories'),
    );
    expect(response.status).toBe(504);
    expect(response.body.code).toBe('product-data-timeout');
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
    // A busy machine may slow other statements too.
    const told = () =>
      receiver.logs.find(
        (line) => line.message === 'postgres-query-slow' && line.traceId === traceId,
      );
    await expect.poll(told).toMatchObject({
      service: 'product',
      attributes: { store: 'product-data', statement: query?.attributes['db.query.text'] },
    });
  });
});
