import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ProblemError, type ServiceApp } from '../src';
import type { ServiceForTest } from '../src/testing';
import { eventually, startFixture } from './fixture';
import { rawConnection } from './raw-connection';

const workMs = 300;
/** More than a connection holds while nobody reads. */
const longText = 'no '.repeat(10_000_000);

const build = async (app: ServiceApp): Promise<void> => {
  app.routes(async (http) => {
    http.get('/slow', async () => {
      await delay(workMs);
      return { done: true };
    });
    http.get('/failing', async () => {
      await delay(workMs);
      throw new Error('out of order');
    });
    http.get('/stream', (_request, reply) =>
      reply.send(
        new Readable({
          read() {
            this.push(Buffer.alloc(64 * 1024));
          },
        }),
      ),
    );
    http.post('/taking', async () => ({ done: true }));
  }, {});
  app.routes(async (http) => {
    http.addHook('onRequest', async () => {
      await delay(workMs);
      throw new ProblemError(403, 'not-for-you', longText);
    });
    http.get('/refused', async () => ({ done: true }));
    http.get('/quiet', { config: { quiet: true } }, async () => ({ done: true }));
  }, {});
};

/** Sends a request's bytes, waits for something, and hangs up. */
const leave = async (
  service: ServiceForTest,
  bytes: string,
  when: (socket: Socket) => Promise<unknown>,
): Promise<void> => {
  const socket = await rawConnection(service.url);
  socket.write(bytes);
  await when(socket);
  socket.destroy();
};

const count = (route: string, status: number, method = 'GET') =>
  `http_server_request_duration_seconds_count{http_request_method="${method}",http_route="${route}",http_response_status_code="${status}"}`;

const aMoment = () => delay(50);

const cases = [
  {
    title: 'before it is answered',
    route: '/slow',
    bytes: 'GET /slow HTTP/1.1\r\nhost: shop\r\n\r\n',
    when: aMoment,
  },
  {
    title: 'before it is refused',
    route: '/refused',
    bytes: 'GET /refused HTTP/1.1\r\nhost: shop\r\n\r\n',
    when: aMoment,
  },
  {
    title: 'within its refusal',
    route: '/refused',
    bytes: 'GET /refused HTTP/1.1\r\nhost: shop\r\n\r\n',
    when: (socket: Socket) => once(socket, 'data'),
  },
  {
    title: 'before it fails',
    route: '/failing',
    bytes: 'GET /failing HTTP/1.1\r\nhost: shop\r\n\r\n',
    when: aMoment,
  },
  {
    title: 'within its answer',
    route: '/stream',
    bytes: 'GET /stream HTTP/1.1\r\nhost: shop\r\n\r\n',
    when: (socket: Socket) => once(socket, 'data'),
  },
  {
    title: 'within its body',
    route: '/taking',
    method: 'POST',
    bytes:
      'POST /taking HTTP/1.1\r\nhost: shop\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    when: aMoment,
  },
];

describe('a request whose client gives up', () => {
  it.each(cases)('$title has one log line and one observation with 499', async (example) => {
    const { route, method = 'GET', bytes, when } = example;
    const service = await startFixture(build);
    await leave(service, bytes, when);
    await eventually(() => service.logged('http-request')).toMatchObject([
      { level: 'info', method, route, status: 499, requestId: expect.any(String) },
    ]);
    expect(await service.sample(count(route, 499, method))).toBe(1);
    // Whatever else would count it comes with the next one at the latest.
    await service.send('POST', '/taking', {});
    await eventually(() => service.logged('http-request').length).toBe(2);
    const counted = (await service.metrics())
      .split('\n')
      .filter((line) => line.startsWith('http_server_request_duration_seconds_count'))
      .reduce((sum, line) => sum + Number(/\} (\d+)/.exec(line)?.[1]), 0);
    expect(counted).toBe(2);
  });

  it.each([
    ['before it is refused', aMoment],
    ['within its refusal', (socket: Socket) => once(socket, 'data')],
  ])('%s is not told of where its route is quiet', async (_title, when) => {
    const service = await startFixture(build);
    await leave(service, 'GET /quiet HTTP/1.1\r\nhost: shop\r\n\r\n', when);
    await leave(service, 'GET /refused HTTP/1.1\r\nhost: shop\r\n\r\n', when);
    await eventually(() => service.logged('http-request')).toMatchObject([{ route: '/refused' }]);
  });

  it('has the duration until its response, not until its client left', async () => {
    const service = await startFixture(build);
    await leave(service, 'GET /slow HTTP/1.1\r\nhost: shop\r\n\r\n', aMoment);
    await eventually(() => service.logged('http-request').length).toBe(1);
    expect(service.logged('http-request')[0]?.durationMs).toBeGreaterThanOrEqual(workMs - 5);
  });

  it('is recorded as failed if it failed', async () => {
    const service = await startFixture(build);
    await leave(service, 'GET /failing HTTP/1.1\r\nhost: shop\r\n\r\n', aMoment);
    await eventually(() => service.logged('http-request-failed').length).toBe(1);
  });
});
