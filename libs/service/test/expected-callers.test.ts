import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { Problem } from '@faultline/contracts';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { ServiceApp } from '../src';
import { startFixture } from './fixture';

const build = async (app: ServiceApp) =>
  app.routes(async (http) => {
    http.post('/charges', async () => ({ charged: true }));
  }, {});

interface Sent {
  method?: string;
  path: string;
  headers: Record<string, string>;
}

/** fetch() sets Host and the headers of browsers itself. */
const send = (serverUrl: string, { method = 'GET', path, headers }: Sent) =>
  new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const sent = request(serverUrl + path, { method, headers }, (response) => {
      json(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    sent.on('error', reject).end();
  });

const charge = (headers: Record<string, string>) => ({ method: 'POST', path: '/charges', headers });
const profile = (headers: Record<string, string>) => ({
  path: '/debug/pprof/profile?seconds=0',
  headers,
});

describe('a service behind the public entry, and its admin port', () => {
  it.each([
    '127.0.0.1:8080',
    '[::1]:9090',
    '10.1.2.3',
    'localhost:8080',
    'cart:8080',
    'shop-cart',
    'cart.shop.svc',
    'cart.shop.svc.cluster.local:8080',
    'cart.shop.svc.cluster.local.',
    'cart.internal',
    'cart.mesh.example.com',
    'cart.example.com:81',
  ])('are reached as %s', async (host) => {
    const allowed = { ALLOWED_HOSTS: 'cart.example.com,.mesh.example.com' };
    const service = await startFixture(build, allowed);
    expect((await send(service.url, charge({ host }))).status).toBe(200);
    expect((await send(service.adminUrl, { path: '/-/healthy', headers: { host } })).status).toBe(
      200,
    );
  });

  it.each([
    'evil.test',
    'evil.test:9090',
    'evil.test.',
    'localhost.evil.test',
    'cart.svc.evil.test',
    '127.0.0.1.evil.test',
    'a b',
  ])('are not reached by a page of a stranger whose name points at them (%s)', async (host) => {
    const service = await startFixture(build);
    for (const [url, sent] of [
      [service.url, charge({ host })],
      [service.adminUrl, profile({ host })],
      [service.adminUrl, { path: '/-/nowhere', headers: { host } }],
    ] as const) {
      const { status, body } = await send(url, sent);
      expect(status).toBe(421);
      expect(Parse(Problem, body)).toMatchObject({
        code: 'unknown-host',
        errors: [{ field: 'host' }],
      });
    }
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:1' },
    { origin: 'http://evil.test' },
    { origin: 'null' },
  ])('refuse what the page of another site sends: %j', async (headers) => {
    const service = await startFixture(build);
    for (const [url, sent] of [
      [service.url, charge(headers)],
      [service.adminUrl, profile(headers)],
    ] as const) {
      const { status, body } = await send(url, sent);
      expect(status).toBe(403);
      expect(Parse(Problem, body).code).toBe('cross-site-request');
    }
  });

  it('accept a person who opens the address in a browser', async () => {
    const service = await startFixture(build);
    const headers = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
    expect((await send(service.adminUrl, { path: '/-/healthy', headers })).status).toBe(200);
  });
});
