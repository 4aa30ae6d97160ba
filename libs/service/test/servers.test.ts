import { gunzipSync } from 'node:zlib';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { ServiceApp } from '../src';
import { statusOf } from '../src/testing';
import { eventually, startFixture } from './fixture';

const OpenApi = Type.Object({
  paths: Type.Record(
    Type.String(),
    Type.Object({
      get: Type.Object({
        parameters: Type.Optional(Type.Array(Type.Unknown())),
        responses: Type.Record(Type.String(), Type.Unknown()),
      }),
    }),
  ),
});

const build = async (app: ServiceApp) =>
  app.routes(async (http) => {
    http.get('/hello/:name', async () => ({ hello: 'you' }));
  }, {});

describe('a service of the kit', () => {
  it('responds to probes on its admin port', async () => {
    const { adminUrl } = await startFixture(build);
    expect((await fetch(`${adminUrl}/-/healthy`)).status).toBe(200);
    expect((await fetch(`${adminUrl}/-/ready`)).status).toBe(200);
  });

  it('is not ready before its public port is open', async () => {
    const adminPort = await freePort();
    const statuses: number[] = [];
    await startFixture(
      async () => {
        statuses.push(await statusOf(`http://127.0.0.1:${adminPort}/-/ready`));
      },
      { ADMIN_PORT: String(adminPort) },
    );
    statuses.push(await statusOf(`http://127.0.0.1:${adminPort}/-/ready`));
    expect(statuses).toEqual([503, 200]);
  });

  it.each(['/-/healthy', '/-/ready', '/metrics', '/debug/pprof/profile'])(
    'does not show %s to the public',
    async (path) => {
      const service = await startFixture(build);
      expect((await service.get(path)).status).toBe(404);
    },
  );

  it('counts requests by route and never by path', async () => {
    const service = await startFixture(build);
    await service.get('/hello/ann');
    await service.get('/hello/bob');
    await service.get('/nowhere/1');
    await service.get('/nowhere/2');
    const metrics = await service.metrics();
    const count = (route: string, status: number) =>
      `http_server_request_duration_seconds_count{http_request_method="GET",http_route="${route}",http_response_status_code="${status}"} 2`;
    expect(metrics).toContain(count('/hello/:name', 200));
    expect(metrics).toContain(count('not-found', 404));
    expect(metrics).toContain('le="2",http_request_method="GET",http_route="/hello/:name"');
    expect(metrics).not.toContain('ann');
  });

  it.each(['application/openmetrics-text', 'text/plain'])(
    'offers its metrics as %s',
    async (type) => {
      const { adminUrl } = await startFixture(build);
      const response = await fetch(`${adminUrl}/metrics`, { headers: { accept: type } });
      expect(response.headers.get('content-type')).toContain(type);
      expect(await response.text()).toContain(
        'build_info{version="0.0.0",revision="unknown",service_name="cart",service_namespace="faultline"} 1',
      );
    },
  );

  it('names its service and its installation in every series', async () => {
    const { adminUrl } = await startFixture(build, { SERVICE_NAMESPACE: 'shop/blue' });
    const page = await (await fetch(`${adminUrl}/metrics`)).text();
    const series = page.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(series.length).toBeGreaterThan(50);
    for (const line of series)
      expect(line).toMatch(/service_name="cart",service_namespace="shop\/blue"[,}]/);
  });

  it('writes one line a request, with its request id', async () => {
    const service = await startFixture(build);
    const response = await service.get('/hello/ann', { 'x-request-id': 'request-0001' });
    expect(response.headers.get('x-request-id')).toBe('request-0001');
    await eventually(() => service.lines.filter(({ msg }) => msg === 'http-request')).toMatchObject(
      [
        {
          level: 'info',
          service: 'cart',
          method: 'GET',
          route: '/hello/:name',
          status: 200,
          requestId: 'request-0001',
        },
      ],
    );
  });

  it('makes a request id when the one that came is not well-formed', async () => {
    const service = await startFixture(build);
    const response = await service.get('/hello/ann', { 'x-request-id': 'a b' });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('describes itself as OpenAPI', async () => {
    const service = await startFixture(build);
    const document = await (await service.get('/openapi.json')).json();
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/),
      paths: { '/hello/{name}': expect.anything() },
    });
  });

  it('documents errors, and asks for nothing that has a default', async () => {
    const schema = {
      querystring: Type.Object({ page: Type.Integer({ default: 1 }), q: Type.String() }),
      response: { 200: Type.Object({ q: Type.String() }) },
    };
    const service = await startFixture(async (app) =>
      app.routes(async (http) => {
        http.get('/search', { schema }, async ({ query }) => ({ q: query.q }));
      }, {}),
    );
    const { paths } = Parse(OpenApi, await (await service.get('/openapi.json')).json());
    const operation = paths['/search']?.get;
    expect(operation?.parameters).toMatchObject([
      { name: 'page', required: false },
      { name: 'q', required: true },
    ]);
    expect(Object.keys(operation?.responses ?? {})).toEqual(['200', '4XX', '5XX']);
    expect(operation?.responses['4XX']).toMatchObject({
      content: {
        'application/problem+json': { schema: { required: expect.arrayContaining(['code']) } },
      },
    });
    expect(Object.keys(paths)).toEqual(['/health/status', '/search']);
  });

  it('says that a port is taken', async () => {
    const first = await startFixture(build);
    const { port } = new URL(first.url);
    await expect(startFixture(build, { PORT: port })).rejects.toThrow('EADDRINUSE');
  });

  it('takes a CPU profile of itself on demand', async () => {
    const { adminUrl } = await startFixture(build);
    const response = await fetch(`${adminUrl}/debug/pprof/profile?seconds=1`);
    const profile = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    // pprof's message is gzipped; its first field is the type of the samples.
    expect(gunzipSync(profile).readUInt8(0)).toBe(0x0a);
    expect((await fetch(`${adminUrl}/debug/pprof/profile?seconds=0`)).status).toBe(400);
  });

  it("answers a scraper that knows only Prometheus's own format without exemplars", async () => {
    const service = await startFixture(build);
    await service.get('/hello/ann');
    const response = await fetch(`${service.adminUrl}/metrics`, {
      headers: { accept: 'text/plain' },
    });
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await response.text()).not.toMatch(/# EOF|trace_id/);
  });
});
