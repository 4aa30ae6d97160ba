import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Problem } from '@faultline/contracts';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ProblemError, type ServiceApp } from '../src';
import { startFixture } from './fixture';

const named = { field: 'id', message: 'This is not it.' };

const build = async (app: ServiceApp) =>
  app.routes(async (http) => {
    const schema = {
      params: Type.Object({ id: Type.String({ pattern: '^[a-z]+$' }) }),
      querystring: Type.Object({ page: Type.Integer({ minimum: 1, maximum: 9, default: 1 }) }),
      headers: Type.Object({ 'x-tenant': Type.Optional(Type.String({ maxLength: 3 })) }),
      body: Type.Object(
        { card: Type.Object({ number: Type.String() }), quantity: Type.Integer({ minimum: 1 }) },
        { additionalProperties: false },
      ),
    };
    http.put('/things/:id', { schema }, async () => ({ ok: true }));
    http.get('/missing', async () => {
      throw new ProblemError(404, 'unknown-thing', 'There is no thing.', { errors: [named] });
    });
    http.get('/taken', async () => {
      throw new ProblemError(409, 'thing-taken', 'It is taken.', { errors: [named] });
    });
    http.get('/broken', async () => {
      throw new Error('the password is hunter2');
    });
  }, {});

const HttpResponse = Type.Tuple([Type.Array(Type.String()), Type.Boolean()]);
const good = { card: { number: '1' }, quantity: 1 };

const put = async (body: unknown, path = '/things/a', headers: Record<string, string> = {}) => {
  const service = await startFixture(build);
  const response = await fetch(`${service.url}${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { response, problem: Parse(Problem, await response.json()) };
};

describe('an error of the public server', () => {
  it.each(['"__proto__":{"admin":true}', '"constructor":{"prototype":{"admin":true}}'])(
    'is none because of %s within an open object, and no handler sees it',
    async (poison) => {
      const service = await startFixture(async (app) =>
        app.routes(async (http) => {
          const body = Type.Object({ card: Type.Object({}) });
          http.post('/fields', { schema: { body } }, async ({ body: { card } }) => [
            Object.getOwnPropertyNames(card),
            'admin' in card,
          ]);
        }, {}),
      );
      const response = await fetch(`${service.url}/fields`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"card":{${poison},"name":"Ada"}}`,
      });
      expect(response.status).toBe(200);
      const [names, inherited] = Parse(HttpResponse, await response.json());
      expect(names).toContain('name');
      expect(names).not.toContain('__proto__');
      expect(inherited).toBe(false);
    },
  );

  it.each([
    ['a field that is missing', { ...good, quantity: undefined }, 'quantity'],
    ['a nested field that is missing', { ...good, card: {} }, 'card.number'],
    ['a wrong type', { ...good, quantity: '3' }, 'quantity'],
    ['a value out of bounds', { ...good, quantity: -1 }, 'quantity'],
    ['a field that nobody knows', { ...good, price: 1 }, 'price'],
    ['a body that is no object', [], 'body'],
  ])('names the field of %s', async (_, body, field) => {
    const { response, problem } = await put(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ field }] });
  });

  it.each([
    ['a path parameter', '/things/A1', {}, 'id'],
    ['a query parameter', '/things/a?page=0', {}, 'page'],
    ['a number beyond all numbers', `/things/a?page=${'9'.repeat(400)}`, {}, 'page'],
    ['a repeated query parameter', '/things/a?page=1&page=2', {}, 'page'],
    ['a header', '/things/a', { 'x-tenant': 'long' }, 'x-tenant'],
  ])('names %s', async (_, path, headers, field) => {
    const { response, problem } = await put(good, path, headers);
    expect(response.status).toBe(400);
    expect(problem.errors).toMatchObject([{ field }]);
  });

  it.each([
    ['broken JSON', '{"card"', {}, 400, 'malformed-body', 'body'],
    ['an oversized body', `"${'x'.repeat(70_000)}"`, {}, 413, 'body-too-large', 'body'],
    [
      'another media type',
      '<a/>',
      { 'content-type': 'text/xml' },
      415,
      'unsupported-media-type',
      'content-type',
    ],
    [
      'an encoded body',
      JSON.stringify(good),
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      415,
      'unsupported-content-encoding',
      'content-encoding',
    ],
    [
      'plain text',
      JSON.stringify(good),
      { 'content-type': 'text/plain' },
      415,
      'unsupported-media-type',
      'content-type',
    ],
  ])('explains %s', async (_, body, headers, status, code, field) => {
    const { response, problem } = await put(body, '/things/a', headers);
    expect(response.status).toBe(status);
    expect(problem).toMatchObject({ code, errors: [{ field }] });
  });

  it.each([
    ['/missing', 404, 'unknown-thing'],
    ['/taken', 409, 'thing-taken'],
    ['/nowhere', 404, 'unknown-route'],
    ['/%zz', 400, 'malformed-url'],
    [`/things/${'a'.repeat(400)}`, 404, 'unknown-route'],
  ])('is a problem document for %s', async (path, status, code) => {
    const service = await startFixture(build);
    const response = await service.get(path);
    const problem = Parse(Problem, await response.json());
    expect(response.status).toBe(status);
    expect(problem.code).toBe(code);
    expect(problem.requestId).toBe(response.headers.get('x-request-id') ?? problem.requestId);
  });

  it.each([
    ['DELETE', '/things/a', 'PUT'],
    ['POST', '/missing?page=1', 'GET, HEAD'],
    ['OPTIONS', '/health/status', 'GET, HEAD'],
    ['PATCH', '/openapi.json', 'GET, HEAD'],
  ])('is 405 for a method that the path does not take: %s %s', async (method, path, allow) => {
    const service = await startFixture(build);
    const response = await fetch(service.url + path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(Parse(Problem, await response.json())).toMatchObject({
      code: 'method-not-allowed',
      errors: [{ field: 'method' }],
    });
  });

  it.each([
    ['a method that asks for a media type', 'QUERY', '/missing', undefined, null, 405],
    ['broken JSON', 'POST', '/things/a', 'application/json', '{"card"', 405],
    ['another media type', 'POST', '/things/a', 'text/xml', '<a/>', 405],
    ['no media type', 'POST', '/nowhere', 'nonsense', 'x', 404],
    ['too much', 'POST', '/nowhere', 'application/json', 'x'.repeat(70_000), 404],
  ])(
    'is about the path and its methods before the body: %s',
    async (_, method, path, type, body, status) => {
      const service = await startFixture(build);
      const headers = { ...(type && { 'content-type': type }) };
      const response = await fetch(service.url + path, { method, headers, body });
      expect(response.status).toBe(status);
      expect(Parse(Problem, await response.json()).requestId).toBe(
        response.headers.get('x-request-id'),
      );
    },
  );

  it('is not cached', async () => {
    const service = await startFixture(build);
    expect((await service.get('/missing')).headers.get('cache-control')).toBe('no-store');
  });

  it('hides internal errors, and logs them with the request id', async () => {
    const service = await startFixture(build);
    const response = await service.get('/broken', { 'x-request-id': 'request-0001' });
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).not.toContain('hunter2');
    expect(body).not.toContain('.ts');
    expect(JSON.parse(body)).toMatchObject({ code: 'internal-error', requestId: 'request-0001' });
    expect(service.lines).toContainEqual(
      expect.objectContaining({
        level: 'error',
        msg: 'http-request-failed',
        requestId: 'request-0001',
      }),
    );
  });

  it('is a problem document even if the request is not HTTP', async () => {
    const service = await startFixture(build);
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('NONSENSE\r\n\r\n');
    const response = await text(socket);
    expect(response).toMatch(/^HTTP\/1.1 400 Bad Request/);
    expect(response).toContain('"code":"malformed-request"');
  });
});
