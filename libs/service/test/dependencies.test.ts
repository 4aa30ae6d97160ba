import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { startCalling } from './caller-service';
import { drop, inTurn, json, silence, startDependency } from './dependency';
import { startFixture } from './fixture';

const entry = (Name: string, Status: string) => ({
  Name,
  Status,
  StatusTime: new Date().toISOString(),
});

describe('the health of a dependency', () => {
  it("is the dependency's own report, with what the dependency depends on", async () => {
    const report = [entry('product', 'OK'), entry('product-data', 'ERROR')];
    const dependency = await startDependency(json(503, report));
    const service = await startCalling(dependency.url);
    expect(await service.health()).toEqual({
      status: 503,
      states: { cart: 'OK', product: 'OK', 'product-data': 'ERROR' },
    });
    expect(dependency.received[0]?.line).toBe('GET /health/status');
  });

  it.each([
    ['is no report', json(200, { status: 'fine' })],
    ['is cut off', drop],
  ])('is ERROR when its answer %s', async (_, answer) => {
    const dependency = await startDependency(answer);
    const service = await startCalling(dependency.url);
    expect(await service.health()).toEqual({
      status: 503,
      states: { cart: 'OK', product: 'ERROR' },
    });
  });

  it('is TIMEOUT if it does not respond', async () => {
    const dependency = await startDependency(silence);
    const service = await startCalling(dependency.url);
    expect(await service.health()).toMatchObject({ status: 503, states: { product: 'TIMEOUT' } });
  });
});

const startPaying = (url: string) =>
  startFixture(async (app) => {
    const provider = app.external('payment-provider', url, { timeout: 2000, healthPath: '/up' });
    app.routes(async (http) => {
      http.post('/charges', () =>
        provider.call({ method: 'POST', route: '/charges', response: Type.Object({}) }),
      );
    }, {});
  });

describe('an external system', () => {
  it('has its health checked at its own path', async () => {
    const provider = await startDependency(inTurn(json(200, {}), json(500, {})));
    const service = await startPaying(provider.url);
    expect(await service.health()).toMatchObject({ states: { 'payment-provider': 'OK' } });
    expect(await service.health()).toMatchObject({ states: { 'payment-provider': 'ERROR' } });
    expect(provider.received.map(({ line }) => line)).toEqual(['GET /up', 'GET /up']);
  });

  it('is waited for even if the shopper has given up, because its response matters', async () => {
    const provider = await startDependency(json(200, {}));
    const service = await startPaying(provider.url);
    const response = await fetch(`${service.url}/charges`, {
      method: 'POST',
      headers: { 'x-request-timeout-ms': '1' },
    });
    expect(response.status).toBe(200);
    expect(provider.received[0]?.headers['x-request-timeout-ms']).toBe('2000');
  });
});
