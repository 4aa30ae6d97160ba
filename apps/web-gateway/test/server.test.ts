import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { outsideServer, startService } from '@faultline/service';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webGateway } from '../src/service';
import { type GatewayFixture, startGateway } from './fixture';

const OpenApi = Type.Object({ paths: Type.Record(Type.String(), Type.Unknown()) });
const session = 'S'.repeat(22);
const guard = 'console.log(1);';
const page = `<!doctype html><title>Shop</title><script>${guard}</script>`;
const api = outsideServer();
let service: GatewayFixture;

/** What stands behind the public entry here: it answers with the headers and the body that came in. */
beforeAll(async () => {
  api.all('/api/echo', async ({ headers, body }, reply) =>
    reply.header('x-session-id', session).header('x-internal', 'secret').send({ headers, body }),
  );
  api.patch('/api/methods', async (_request, reply) =>
    reply.code(405).header('allow', 'GET').send({ code: 'method-not-allowed' }),
  );
  api.all('/api/teapot', async (_request, reply) =>
    reply.code(418).header('retry-after', '7').send({ code: 'teapot' }),
  );
  service = await startGateway(await api.listen({ host: '127.0.0.1', port: 0 }), {
    'index.html': page,
    'assets/app-1a2b.js': 'export {};',
  });
});
afterAll(async () => {
  await service.stop();
  await api.close();
});

const get = (path: string, headers?: Record<string, string>) => service.get(path, headers);

const Echo = Type.Object({
  headers: Type.Record(Type.String(), Type.String()),
  body: Type.Optional(Type.Unknown()),
});

const read = async (response: Response): Promise<Static<typeof Echo>> =>
  Parse(Echo, await response.json());

it('counts slow and failed requests of the API from 0, because an objective must not miss the first', async () => {
  expect(await service.metrics()).toMatch(
    /^http_server_request_duration_seconds_count\{.*http_route="\/api\/\*",http_response_status_code="504"\} 0$/m,
  );
});

describe('a request from a browser', () => {
  it('is forwarded with the session cookie as a header, without the internal headers of the client', async () => {
    const response = await get('/api/echo', {
      cookie: `faultline_session=${'A'.repeat(22)}; other=1`,
      'x-session-id': 'B'.repeat(22),
      'x-request-timeout-ms': '1',
      'x-forwarded-for': '203.0.113.9',
      'x-request-id': 'request-0001',
      authorization: 'Bearer token',
    });
    const { headers } = await read(response);
    expect(headers).toMatchObject({
      'x-session-id': 'A'.repeat(22),
      'x-forwarded-for': '203.0.113.9',
      'x-request-id': response.headers.get('x-request-id'),
    });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Number(headers['x-request-timeout-ms'])).toBeGreaterThan(1000);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
  });

  it('has no session if its cookie is malformed', async () => {
    const { headers } = await read(await get('/api/echo', { cookie: 'faultline_session=x' }));
    expect(headers).not.toHaveProperty('x-session-id');
  });

  it('is forwarded with its body, up to a limit', async () => {
    const send = (body: unknown) => service.send('POST', '/api/echo', body);
    expect((await read(await send({ quantity: 2 }))).body).toEqual({ quantity: 2 });
    const refused = await send('x'.repeat(70_000));
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({
      code: 'body-too-large',
      errors: [{ field: 'body' }],
    });
  });
});

describe('a request with an encoded body', () => {
  it('is forwarded with its content-encoding, which api-gateway refuses', async () => {
    const response = await service.send('POST', '/api/echo', {}, { 'content-encoding': 'gzip' });
    expect((await read(response)).headers).toMatchObject({ 'content-encoding': 'gzip' });
  });
});

describe('a response to a browser', () => {
  it('sets a session cookie that scripts cannot read, and contains no internal header', async () => {
    const response = await get('/api/echo');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        new RegExp(`^faultline_session=${session}; Max-Age=\\d+; Path=/; HttpOnly; SameSite=Lax$`),
      ),
    ]);
    expect(response.headers.get('x-session-id')).toBeNull();
    expect(response.headers.get('x-internal')).toBeNull();
  });

  it('marks the cookie as secure behind HTTPS', async () => {
    const response = await get('/api/echo', { 'x-forwarded-proto': 'https' });
    expect(response.headers.getSetCookie()[0]).toContain('Secure');
  });

  it('is not cached if it has a session', async () => {
    expect((await get('/api/echo')).headers.get('cache-control')).toBe('no-store');
  });

  it('contains the Allow header of api-gateway', async () => {
    const response = await service.send('PATCH', '/api/methods');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  it('keeps status, body and Retry-After', async () => {
    const response = await get('/api/teapot');
    expect(response.status).toBe(418);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ code: 'teapot' });
  });
});

describe('the OpenAPI document of the public entry', () => {
  it('contains its paths; other methods are refused', async () => {
    const { paths } = Parse(OpenApi, await (await get('/openapi.json')).json());
    expect(Object.keys(paths)).toContain('/checkout');
    expect(Object.keys(paths).filter((path) => path.includes('*'))).toEqual([]);
    const response = await service.send('POST', '/checkout');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('the storefront', () => {
  it('disables camera, location and payment in the browser', async () => {
    const policy = (await get('/')).headers.get('permissions-policy');
    for (const power of ['camera', 'geolocation', 'payment'])
      expect(policy).toContain(`${power}=()`);
  });

  it.each(['/', '/products/mug', '/checkout', '/orders/1'])('is one page at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Shop</title>');
  });

  it('is requested whenever it is opened, because another build may have the same size and date', async () => {
    const { headers } = await get('/');
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('last-modified')).toBeNull();
    const since = new Date(Date.now() + 86_400_000).toUTCString();
    expect((await get('/', { 'if-modified-since': since })).status).toBe(200);
  });

  it('allows only the inline script of its page', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    const hash = createHash('sha256').update(guard).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
    expect(policy).not.toContain('unsafe');
  });

  it('does not let a missing asset be cached as missing', async () => {
    for (const path of ['/assets/app-0000.js', '/assets/app-0000.css?retry=1']) {
      const response = await get(path, { accept: '*/*' });
      expect(response.status).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
      // By a new connection the next try may reach a pod of the version that has it.
      expect(response.headers.get('connection')).toBe('close');
    }
    expect((await get('/assets/app-1a2b.js?retry=1')).status).toBe(200);
  });

  it('marks its assets as immutable', async () => {
    const response = await get('/assets/app-1a2b.js');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('responds to an unknown path with its page for browsers and a problem document for programs', async () => {
    const person = await get('/nowhere', { accept: 'text/html' });
    expect(person.status).toBe(404);
    expect(await person.text()).toContain('<title>Shop</title>');
    const program = await get('/nowhere', { accept: 'application/json' });
    expect(program.status).toBe(404);
    expect(await program.json()).toMatchObject({ code: 'unknown-route' });
  });

  it.each(['/%E0%A4%A', '/..%2f..%2fpackage.json', '/assets/../../package.json'])(
    'gives out nothing but its files (%s)',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );

  it.each([
    [
      'a condition that does not hold',
      { 'if-match': '"x"' },
      412,
      'precondition-failed',
      'if-match',
    ],
    [
      'a range that ends before it starts',
      { range: 'bytes=5-1' },
      416,
      'range-not-satisfiable',
      'range',
    ],
    ['a range beyond the end', { range: 'bytes=999999-' }, 416, 'range-not-satisfiable', 'range'],
  ])('refuses %s', async (_, headers, status, code, field) => {
    const response = await get('/', headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toBe(
      status === 416 ? `bytes */${page.length}` : null,
    );
    expect(await response.json()).toMatchObject({ code, errors: [{ field }] });
  });

  it('must be built before it can be served', async () => {
    const environment = { PORT: '0', ADMIN_PORT: '0', API_GATEWAY_URL: 'http://127.0.0.1:1' };
    await expect(
      startService(webGateway, {
        ...environment,
        STOREFRONT_DIRECTORY: join(service.directory, 'assets'),
      }),
    ).rejects.toThrow('run "npx nx build storefront"');
  });
});
