import { freePort } from '@faultline/stores';
import { describe, expect, it, vi } from 'vitest';
import { startCalling } from './caller-service';
import { cut, dieOfIt, drop, inTurn, json, problem, silence, startDependency } from './dependency';

const kettle = json(200, { name: 'Kettle' });
const found = { status: 200, body: { result: { name: 'Kettle' } } };

describe('a call to another service', () => {
  it('encodes path and query parameters', async () => {
    const dependency = await startDependency(kettle);
    const service = await startCalling(dependency.url);
    const call = {
      route: '/things/:id/parts/:part',
      params: { id: 'a/b ü?', part: '1' },
      query: { q: 'x&y=z', page: 2, size: undefined },
    } as const;
    expect(await service.serve(call)).toMatchObject(found);
    expect(dependency.received[0]?.line).toBe(
      'GET /things/a%2Fb%20%C3%BC%3F/parts/1?q=x%26y%3Dz&page=2',
    );
  });

  it('sends headers and a JSON body', async () => {
    const dependency = await startDependency(kettle);
    const service = await startCalling(dependency.url);
    const call = {
      method: 'PUT',
      headers: { 'x-session-id': 's' },
      body: { quantity: 2 },
    } as const;
    expect(await service.serve(call)).toMatchObject(found);
    expect(dependency.received).toMatchObject([
      {
        body: '{"quantity":2}',
        headers: { 'x-session-id': 's', 'content-type': 'application/json' },
      },
    ]);
  });

  it('passes the request id on', async () => {
    const dependency = await startDependency(kettle);
    const service = await startCalling(dependency.url);
    await service.serve({}, { 'x-request-id': 'request-0001' });
    expect(dependency.received[0]?.headers['x-request-id']).toBe('request-0001');
  });

  it('reuses its connections, in turn, because they may lead to different pods', async () => {
    const dependency = await startDependency(kettle);
    const service = await startCalling(dependency.url);
    for (let times = 0; times < 10; times += 1) await service.serve({});
    expect(dependency.received).toHaveLength(10);
    expect(dependency.connections()).toBe(2);
    expect(Math.min(...dependency.requestsByConnection())).toBeGreaterThanOrEqual(4);
  });

  it('closes each connection after a while, even if it is busy', async () => {
    const dependency = await startDependency(kettle);
    const service = await startCalling(dependency.url);
    await service.serve({});
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
    try {
      expect(await service.serve({})).toMatchObject(found);
      expect(dependency.connections()).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is measured by dependency, route, status and failure', async () => {
    const dependency = await startDependency(inTurn(kettle, problem(404, 'unknown-thing'), cut));
    const service = await startCalling(dependency.url);
    for (let times = 0; times < 3; times += 1)
      await service.serve({ method: 'POST', route: '/things/:id', params: { id: String(times) } });
    const count = (status: number, failure: string) =>
      service.sample(
        `http_client_request_duration_seconds_count{http_request_method="POST",server_address="product",http_route="/things/:id",http_response_status_code="${status}",error_type="${failure}"}`,
      );
    expect(await count(200, '')).toBe(1);
    expect(await count(404, 'unknown-thing')).toBe(1);
    expect(await count(200, 'product-failed')).toBe(1);
  });
});

describe('the deadline of a call', () => {
  it('is the remaining time of the request', async () => {
    const dependency = await startDependency(kettle);
    const service = await startCalling(dependency.url);
    await service.serve({}, { 'x-request-timeout-ms': '5000' });
    const handedDown = Number(dependency.received[0]?.headers['x-request-timeout-ms']);
    expect(handedDown).toBeLessThan(5000);
    expect(handedDown).toBeGreaterThan(3000);
  });

  it('is at most the timeout of the service', async () => {
    const dependency = await startDependency(kettle);
    const service = await startCalling(dependency.url, { timeout: 300 });
    await service.serve({}, { 'x-request-timeout-ms': '5000' });
    expect(Number(dependency.received[0]?.headers['x-request-timeout-ms'])).toBeLessThanOrEqual(
      300,
    );
  });

  it('ends a call of a dependency that does not respond, with 504', async () => {
    const dependency = await startDependency(silence);
    const service = await startCalling(dependency.url);
    const response = await service.serve({}, { 'x-request-timeout-ms': '500' });
    expect(response).toMatchObject({ status: 504, body: { code: 'product-timeout' } });
    expect(response.milliseconds).toBeLessThan(2000);
    expect(dependency.received).toHaveLength(1);
  });

  it('ends a call of a dependency that does not complete its response', async () => {
    const dependency = await startDependency((response) =>
      response.writeHead(200).write('{"name":'),
    );
    const service = await startCalling(dependency.url);
    const response = await service.serve({}, { 'x-request-timeout-ms': '500' });
    expect(response).toMatchObject({ status: 504, body: { code: 'product-timeout' } });
    expect(response.milliseconds).toBeLessThan(2000);
  });

  it('prevents a second call if the first has used all the time', async () => {
    const dependency = await startDependency(silence);
    const service = await startCalling(dependency.url);
    const response = await service.serveWork(
      async (caller) => {
        const call = { method: 'GET', route: '/things', response: {} } as const;
        await caller.call(call).catch(() => caller.call(call));
      },
      { 'x-request-timeout-ms': '500' },
    );
    expect(response).toMatchObject({ status: 504, body: { code: 'deadline-exceeded' } });
    expect(dependency.received).toHaveLength(1);
  });
});

describe('a retry', () => {
  const retried = [
    ['GET', {}],
    ['PUT', { body: { quantity: 2 } }],
    ['DELETE', {}],
    ['POST', { idempotent: true, body: { quantity: 2 } }],
  ] as const;
  const failures = [
    ['a dropped connection', drop, { status: 502, body: { code: 'product-failed' } }],
    ['a 503', problem(503, 'overloaded'), { status: 503, body: { code: 'overloaded' } }],
  ] as const;

  for (const [what, failure, passedOn] of failures)
    describe(`after ${what}`, () => {
      it.each(retried)('is made once for %s', async (method, more) => {
        const dependency = await startDependency(inTurn(failure, kettle));
        const service = await startCalling(dependency.url);
        expect(await service.serve({ method, ...more })).toMatchObject(found);
        expect(dependency.received).toHaveLength(2);
        expect(dependency.received[1]?.body).toBe(dependency.received[0]?.body);
      });

      it.each(retried)('is the last for %s', async (method, more) => {
        const dependency = await startDependency(failure);
        const service = await startCalling(dependency.url);
        expect(await service.serve({ method, ...more })).toMatchObject(passedOn);
        expect(dependency.received).toHaveLength(2);
      });

      it('is never made for a POST', async () => {
        const dependency = await startDependency(failure);
        const service = await startCalling(dependency.url);
        expect(await service.serve({ method: 'POST', body: {} })).toMatchObject(passedOn);
        expect(dependency.received).toHaveLength(1);
      });
    });

  it.each([400, 404, 409, 500, 502, 504])('is not made after %d', async (status) => {
    const dependency = await startDependency(problem(status, 'so-it-is'));
    const service = await startCalling(dependency.url);
    await service.serve({});
    expect(dependency.received).toHaveLength(1);
  });
});

describe('a failed call', () => {
  it('is 503 DEPENDENCY-unreachable if nothing listens', async () => {
    const service = await startCalling(`http://127.0.0.1:${await freePort()}`);
    const response = await service.serve({});
    expect(response).toMatchObject({ status: 503, body: { code: 'product-unreachable' } });
    expect(response.headers.get('retry-after')).toBe('1');
  });

  it('is 502 DEPENDENCY-failed if the first try was reset and the second refused', async () => {
    const dependency = await startDependency(dieOfIt);
    const service = await startCalling(dependency.url);
    const response = await service.serve({ method: 'POST', idempotent: true, body: {} });
    expect(dependency.received).toHaveLength(1);
    expect(response).toMatchObject({ status: 502, body: { code: 'product-failed' } });
  });

  it.each(['GET', 'POST'] as const)(
    'is 502 DEPENDENCY-failed if the response to a %s is cut off',
    async (method) => {
      const dependency = await startDependency(cut);
      const service = await startCalling(dependency.url);
      expect(await service.serve({ method })).toMatchObject({
        status: 502,
        body: { code: 'product-failed', detail: 'product could not answer.' },
      });
    },
  );

  it.each([402, 404, 409, 422])('passes a problem with status %d on unchanged', async (status) => {
    const errors = [{ field: 'id', message: 'is not known here' }];
    const dependency = await startDependency(
      problem(status, 'so-it-is', { detail: 'So it is.', errors }),
    );
    const service = await startCalling(dependency.url);
    expect(await service.serve({})).toMatchObject({
      status,
      body: { status, code: 'so-it-is', detail: 'So it is.', errors },
    });
  });

  it('has Retry-After if the dependency is unavailable', async () => {
    const dependency = await startDependency(problem(503, 'product-data-unavailable'));
    const service = await startCalling(dependency.url);
    const response = await service.serve({});
    expect(response).toMatchObject({ status: 503, body: { code: 'product-data-unavailable' } });
    expect(response.headers.get('retry-after')).toBe('1');
  });

  it("is 502 after the dependency's own failure, without its details", async () => {
    const dependency = await startDependency(problem(500, 'internal-error', { detail: 'secret' }));
    const service = await startCalling(dependency.url);
    const { status, body } = await service.serve({});
    expect(status).toBe(502);
    expect(body).toMatchObject({ code: 'product-failed' });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it.each([
    ['breaks its contract', json(200, { name: 7 })],
    ['is not JSON', (response) => response.writeHead(200).end('<html>')],
    ['is an error of another shape', json(404, { message: 'no such page' })],
    ['is empty', (response) => response.writeHead(204).end()],
  ] satisfies [string, Parameters<typeof startDependency>[0]][])(
    'is 502 when the response %s',
    async (_, respond) => {
      const dependency = await startDependency(respond);
      const service = await startCalling(dependency.url);
      expect(await service.serve({})).toMatchObject({
        status: 502,
        body: { code: 'product-failed' },
      });
    },
  );
});
