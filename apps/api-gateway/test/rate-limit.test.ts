import { Problem } from '@faultline/contracts';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Callees, startCallees } from './callees';
import { type GatewayFixture, startGateway } from './fixture';

const limit = 3;

let callees: Callees;
let gateway: GatewayFixture;

beforeAll(async () => {
  callees = await startCallees();
  gateway = await startGateway(callees.url, { RATE_LIMIT_PER_MINUTE: String(limit) });
});

afterAll(async () => {
  await gateway?.stop();
  await callees?.stop();
});

const ask = (client: string, path = '/api/categories') =>
  gateway.get(path, { 'x-forwarded-for': client });

const useUp = async (client: string): Promise<void> => {
  for (let count = 1; count <= limit; count += 1) expect((await ask(client)).status).toBe(200);
};

describe('the limit of requests a minute', () => {
  it('refuses a client that asks too often, and says when to come back', async () => {
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

  it('counts the first address of a chain, and does not touch other clients', async () => {
    await useUp('198.51.100.3');
    expect((await ask('198.51.100.3, 203.0.113.9')).status).toBe(429);
    expect((await ask('203.0.113.9')).status).toBe(200);
    expect((await ask('198.51.100.4')).status).toBe(200);
    expect((await gateway.get('/api/categories')).status).toBe(200);
  });

  it('does not hold for health and the description of the API', async () => {
    await useUp('198.51.100.5');
    expect((await ask('198.51.100.5')).status).toBe(429);
    for (let count = 1; count <= 2 * limit; count += 1)
      for (const path of ['/health/status', '/openapi.json'])
        expect((await ask('198.51.100.5', path)).status).toBe(200);
  });
});
