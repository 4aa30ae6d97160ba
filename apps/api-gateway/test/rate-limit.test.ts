import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Problem } from '@faultline/contracts';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Dependencies, startDependencies } from './dependencies';
import { type GatewayFixture, startGateway } from './fixture';

const limit = 3;

let dependencies: Dependencies;
let gateway: GatewayFixture;

beforeAll(async () => {
  dependencies = await startDependencies();
  gateway = await startGateway(dependencies.url, { RATE_LIMIT_PER_MINUTE: String(limit) });
});

afterAll(async () => {
  await gateway?.stop();
  await dependencies?.stop();
});

const ask = (client: string, path = '/api/categories') =>
  gateway.get(path, { 'x-forwarded-for': client });

const useUp = async (client: string): Promise<void> => {
  for (let count = 1; count <= limit; count += 1) await ask(client);
};

describe('the limit of requests per minute', () => {
  it('refuses a client that sends too many requests, with Retry-After', async () => {
    await useUp('198.51.100.1');
    const response = await ask('198.51.100.1');
    expect(response.status).toBe(429);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(Parse(Problem, await response.json())).toMatchObject({
      status: 429,
      code: 'too-many-requests',
      requestId: response.headers.get('x-request-id'),
    });
  });

  it('counts all routes together', async () => {
    await useUp('198.51.100.2');
    expect((await ask('198.51.100.2', '/api/cart')).status).toBe(429);
  });

  it('counts the first address of a chain, and does not affect other clients', async () => {
    await useUp('198.51.100.3');
    expect((await ask('198.51.100.3, 203.0.113.9')).status).toBe(429);
    expect((await ask('203.0.113.9')).status).toBe(200);
    expect((await ask('198.51.100.4')).status).toBe(200);
    expect((await gateway.get('/api/categories')).status).toBe(200);
  });

  it.each([
    '/%61pi/categories',
    '/api/%63ategories',
    '/api/categories?x=1',
    '/api/nowhere',
    'http://anything/api/categories',
  ])('holds however the path is spelt: %s', async (target) => {
    await useUp('198.51.100.6');
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    const lines = ['Host: localhost', 'X-Forwarded-For: 198.51.100.6', 'Connection: close'];
    socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 429 /);
  });

  it.each([
    ['/api/nowhere', 404, '198.51.100.7'],
    ['/api/categories', 405, '198.51.100.8'],
  ])(
    'holds for a request that no route takes, whatever its body: %s',
    async (path, status, client) => {
      const send = async () => {
        const headers = { 'x-forwarded-for': client, 'content-type': 'application/json' };
        return (await fetch(gateway.url + path, { method: 'POST', headers, body: '{"' })).status;
      };
      expect(await send()).toBe(status);
      await useUp(client);
      expect(await send()).toBe(429);
    },
  );

  it('is divided among pods, each of which counts for itself', async () => {
    const pod = await startGateway(dependencies.url, {
      RATE_LIMIT_PER_MINUTE: String(limit),
      RATE_LIMIT_PODS: '2',
    });
    onTestFinished(() => pod.stop());
    const statuses: number[] = [];
    for (let count = 1; count <= limit; count += 1)
      statuses.push((await pod.get('/api/categories')).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('does not apply to health and the OpenAPI document', async () => {
    await useUp('198.51.100.5');
    expect((await ask('198.51.100.5')).status).toBe(429);
    for (let count = 1; count <= 2 * limit; count += 1)
      for (const path of ['/health/status', '/openapi.json'])
        expect((await ask('198.51.100.5', path)).status).toBe(200);
  });
});
