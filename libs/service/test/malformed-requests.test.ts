import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ServiceApp } from '../src';
import { startFixture } from './fixture';
import { responseTo, statusesIn } from './raw-connection';

const build = async (app: ServiceApp) =>
  app.routes(async (http) => {
    http.get('/things/:id', async (request) => ({ url: request.url, host: request.host }));
  }, {});

const ask = async (lines: string[]): Promise<string> => {
  const service = await startFixture(build);
  return responseTo(service.url, `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
};

describe('a request that HTTP does not allow', () => {
  it.each([
    ['without Host', ['GET /things/a HTTP/1.1'], 400, 'host'],
    ['with two Hosts', ['GET /things/a HTTP/1.1', 'Host: a', 'host: b'], 400, 'host'],
    ['with a fragment', ['GET /things/a#% HTTP/1.1', 'Host: a'], 400, 'path'],
    ['for another scheme', ['GET ftp://a/things/a HTTP/1.1', 'Host: a'], 400, 'path'],
    ['for everything', ['GET * HTTP/1.1', 'Host: a'], 400, 'path'],
    ['that expects the unknown', ['GET /things/a HTTP/1.1', 'Host: a', 'Expect: x'], 417, 'expect'],
    ['for a tunnel', ['CONNECT a:443 HTTP/1.1', 'Host: a'], 400, 'method'],
  ])('is a problem that names its field: one %s', async (_, lines, status, field) => {
    const response = await ask(lines);
    expect(statusesIn(response)).toEqual([status]);
    expect(response).toMatch(/content-type: application\/problem\+json/i);
    expect(response).toContain(`"field":"${field}"`);
  });

  it('may have no Host in HTTP/1.0', async () => {
    expect(statusesIn(await ask(['GET /things/a HTTP/1.0']))).toEqual([200]);
  });
});

describe('a CONNECT request', () => {
  it('does not end the service if its client disconnects', async () => {
    const service = await startFixture(build);
    const { hostname, port } = new URL(service.url);
    const breakOff = (sent: string) =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.write(sent));
        socket.once('data', () => socket.resetAndDestroy());
        socket.once('close', () => resolve());
      });
    const tunnel = 'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n';
    await breakOff(tunnel);
    await breakOff(`GET /things/a HTTP/1.1\r\nHost: a\r\n\r\n${tunnel}`);
    expect((await fetch(`${service.url}/things/a`)).status).toBe(200);
  });
});

describe('a target in absolute form', () => {
  it.each(['http', 'HTTP', 'https'])('is a path of that host (%s)', async (scheme) => {
    const response = await ask([
      `GET ${scheme}://localhost:80/things/a?b=1 HTTP/1.1`,
      'Host: other',
    ]);
    expect(statusesIn(response)).toEqual([200]);
    expect(response).toContain('{"url":"/things/a?b=1","host":"localhost:80"}');
  });
});
