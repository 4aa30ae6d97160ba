import { Problem } from '@faultline/contracts';
import { goodCard } from '@faultline/contracts/testing';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Customer, type HttpResponse } from '../src/customer';
import { type Operation, readOperations } from '../src/openapi';

/** What a shopper's request may never lead to, and what every refusal must hold. */
const expectHonest = ({ status, headers, body }: HttpResponse<unknown>): void => {
  expect(status).toBeLessThan(500);
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.[jt]s:\d+/);
  if (status < 400) return;
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(Check(Problem, body)).toBe(true);
  expect(body).toMatchObject({ errors: [{ field: expect.stringMatching(/./) }] });
};

const nastyText = fc.oneof(
  fc.constantFrom(
    "'; drop table products; --",
    '" or ""="',
    '%00',
    '\u0000',
    'a\r\nx-injected: 1',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '🧨'.repeat(40),
    '\ud800',
    '%',
    '\\',
    'a & | ! <-> b',
    '9'.repeat(400),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const nastyNumber = fc.constantFrom(
  '-1',
  '0',
  '1e9',
  '1.5',
  'NaN',
  '99999999999999999999',
  '',
  '٣',
);

const wellFormed = (text: string) => encodeURIComponent(text.toWellFormed());

const address = ({ path, parameters }: Operation) =>
  fc
    .record({
      id: fc.oneof(nastyText, fc.constant('brass-desk-lamp'), fc.uuid()),
      query: fc.array(
        fc.tuple(fc.constantFrom(...parameters, 'odd'), fc.oneof(nastyText, nastyNumber)),
        {
          maxLength: 4,
        },
      ),
    })
    .map(({ id, query }) => {
      const search = query.map(([name, value]) => `${name}=${wellFormed(value)}`).join('&');
      return `${path.replace(/\{\w+\}/, wellFormed(id) || 'x')}?${search}`;
    });

const nothing = { id: null, items: [], total: { amount: 0, currency: 'EUR' }, unavailable: [] };

const bodies = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      quantity: fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null)),
      email: fc.oneof(fc.emailAddress(), nastyText),
      card: fc.oneof(
        fc.constant(goodCard),
        fc.record(
          { number: nastyText, expMonth: fc.integer(), expYear: fc.integer(), cvc: nastyText },
          { requiredKeys: [] },
        ),
        fc.jsonValue(),
      ),
      cart: fc.oneof(
        fc.constant(nothing),
        fc.jsonValue().map((items) => ({ ...nothing, items })),
        fc.jsonValue(),
      ),
      total: fc.integer(),
    },
    { requiredKeys: [] },
  ),
);

const visible = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 140,
});

const order = { email: 'ada@example.test', card: goodCard, cart: nothing };

describe('the public API', () => {
  let operations: Operation[] = [];
  beforeAll(async () => {
    operations = await readOperations(inject('apiGatewayUrl'));
  });

  it('offers what the design says', () => {
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE /api/cart',
      'DELETE /api/cart/items/{productId}',
      'GET /api/cart',
      'GET /api/categories',
      'GET /api/orders/{id}',
      'GET /api/products',
      'GET /api/products/{id}',
      'GET /api/search',
      'GET /api/suggestions',
      'POST /api/checkout',
      'PUT /api/cart/items/{productId}',
    ]);
  });

  it('answers whatever is sent with a result or a problem that names the field', {
    timeout: 120_000,
  }, async () => {
    for (const operation of operations) {
      await fc.assert(
        fc.asyncProperty(address(operation), bodies, visible, async (path, body, key) => {
          const headers = { 'idempotency-key': key };
          const sent = operation.takesBody ? { body, headers } : { headers };
          expectHonest(await new Customer(inject('shopUrl')).send(operation.method, path, sent));
        }),
        { numRuns: operation.takesBody ? 120 : 60 },
      );
    }
  });

  it.each([
    ['an oversized body', 'PUT', '/api/cart/items/x', 'x'.repeat(80_000), 413, 'body'],
    ['broken JSON', 'PUT', '/api/cart/items/x', '{"quantity":', 400, 'body'],
    ['a quantity of text', 'PUT', '/api/cart/items/x', { quantity: '2' }, 400, 'quantity'],
    ['a negative quantity', 'PUT', '/api/cart/items/x', { quantity: -1 }, 400, 'quantity'],
    ['a huge quantity', 'PUT', '/api/cart/items/x', { quantity: 1e12 }, 400, 'quantity'],
    ['an unknown product', 'PUT', '/api/cart/items/nothing', { quantity: 1 }, 404, 'productId'],
    ['an unknown product page', 'GET', '/api/products/nothing', undefined, 404, 'id'],
    ['an unknown order', 'GET', '/api/orders/7', undefined, 400, 'id'],
    ['page 0', 'GET', '/api/products?page=0', undefined, 400, 'page'],
    ['a search for nothing', 'GET', '/api/search?q=', undefined, 400, 'q'],
    ['a search with NUL', 'GET', '/api/search?q=a%00', undefined, 400, 'q'],
    ['a checkout without a key', 'POST', '/api/checkout', order, 400, 'idempotency-key'],
    ['an unknown path', 'GET', '/api/nowhere', undefined, 404, 'path'],
  ])('names the field of %s', async (_, method, path, body, status, field) => {
    const response = await new Customer(inject('shopUrl')).send(method, path, { body });
    expect(response.status).toBe(status);
    expectHonest(response);
    expect(response.body.errors?.map((error) => error.field)).toContain(field);
  });

  it.each(["oak'; select pg_sleep(5); --", 'oak\r\nSet-Cookie: a=b', 'oak & !'])(
    'searches for %j as text',
    async (text) => {
      const response = await new Customer(inject('shopUrl')).send(
        'GET',
        `/api/search?q=${encodeURIComponent(text)}`,
      );
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
    },
  );

  it('slows down one who asks too often, and nobody else', async () => {
    const hasty = new Customer(inject('shopUrl'));
    const statuses = new Set<number>();
    for (let burst = 0; burst < 14 && !statuses.has(429); burst += 1) {
      const responses = await Promise.all(
        Array.from({ length: 50 }, () => hasty.send('GET', '/api/categories')),
      );
      for (const response of responses) statuses.add(response.status);
    }
    expect(statuses).toEqual(new Set([200, 429]));
    const refused = await hasty.send('GET', '/api/categories');
    expect(refused.body.code).toBe('too-many-requests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await new Customer(inject('shopUrl')).send('GET', '/api/categories')).status).toBe(200);
  });
});
