import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outsideServer, type RunningService, startService } from '@faultline/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webGateway } from '../src/service';

const session = 'S'.repeat(22);
const api = outsideServer();
let service: RunningService;
let directory = '';

/** What stands behind the door here: it answers with the headers and the body that came in. */
beforeAll(async () => {
  api.all('/api/echo', async ({ headers, body }, reply) =>
    reply.header('x-session-id', session).header('x-internal', 'secret').send({ headers, body }),
  );
  api.all('/api/teapot', async (_request, reply) =>
    reply.code(418).header('retry-after', '7').send({ code: 'teapot' }),
  );
  directory = await mkdtemp(join(tmpdir(), 'web-gateway-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Shop</title>');
  await writeFile(join(directory, 'assets/app-1a2b.js'), 'export {};');
  service = await startService(webGateway, {
    HOST: '127.0.0.1',
    PORT: '0',
    ADMIN_PORT: '0',
    DRAIN_MS: '0',
    LOG_LEVEL: 'error',
    TRUST_PROXY: 'loopback',
    API_GATEWAY_URL: await api.listen({ host: '127.0.0.1', port: 0 }),
    STOREFRONT_DIRECTORY: directory,
  });
});
afterAll(async () => {
  await service.stop();
  await api.close();
  await rm(directory, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(service.url + path, { headers });

interface Echo {
  headers: Record<string, string>;
  body?: unknown;
  code?: string;
}

const read = async (response: Response): Promise<Echo> => (await response.json()) as Echo;

describe('the way in', () => {
  it('turns the cookie into a header, and lets no other of these in', async () => {
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
      'x-request-id': 'request-0001',
    });
    expect(Number(headers['x-request-timeout-ms'])).toBeGreaterThan(1000);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
  });

  it('does not take a malformed cookie for a session', async () => {
    const { headers } = await read(await get('/api/echo', { cookie: 'faultline_session=x' }));
    expect(headers).not.toHaveProperty('x-session-id');
  });

  it('passes a body on as it came, up to a bound', async () => {
    const send = (body: string) =>
      fetch(`${service.url}/api/echo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect((await read(await send('{"quantity": 2}'))).body).toEqual({ quantity: 2 });
    const refused = await send(JSON.stringify('x'.repeat(70_000)));
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({
      code: 'body-too-large',
      errors: [{ field: 'body' }],
    });
  });
});

describe('the way out', () => {
  it('gives the browser a session it cannot read, and no internal header', async () => {
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

  it('keeps status, body and Retry-After of an answer', async () => {
    const response = await get('/api/teapot');
    expect(response.status).toBe(418);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ code: 'teapot' });
  });
});

describe('the storefront', () => {
  it.each(['/', '/products/mug', '/checkout', '/orders/1'])('is one page at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Shop</title>');
  });

  it('has assets that never change, and says so', async () => {
    const response = await get('/assets/app-1a2b.js');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('shows its page for an unknown address to people, and a problem to programs', async () => {
    const person = await get('/nowhere', { accept: 'text/html' });
    expect(person.status).toBe(404);
    expect(await person.text()).toContain('<title>Shop</title>');
    const program = await get('/nowhere', { accept: 'application/json' });
    expect(program.status).toBe(404);
    expect((await read(program)).code).toBe('unknown-route');
  });

  it.each(['/%E0%A4%A', '/..%2f..%2fpackage.json', '/assets/../../package.json'])(
    'gives out nothing but its files (%s)',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );

  it('must be built before it can be served', async () => {
    const environment = { PORT: '0', ADMIN_PORT: '0', API_GATEWAY_URL: 'http://127.0.0.1:1' };
    await expect(
      startService(webGateway, { ...environment, STOREFRONT_DIRECTORY: join(directory, 'assets') }),
    ).rejects.toThrow('run "npx nx build web-gateway"');
  });
});
