import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { listenOnFreePort } from '@faultline/stores';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Serve } from '../src/connections/connection';
import { defaultLimits, limitConnections } from '../src/connections/limit-connections';
import { respondToMalformedRequests } from '../src/malformed-requests';
import { eventually } from './fixture';
import { rawConnection, responseTo, statusesIn } from './raw-connection';

const request = (path: string, last = false) =>
  `GET ${path} HTTP/1.1\r\nHost: shop\r\n${last ? 'Connection: close\r\n' : ''}\r\n`;
const requests = (count: number): string =>
  Array.from({ length: count }, (_, index) => request(`/${index}`, index === count - 1)).join('');

interface Watched {
  url: string;
  server: Server;
  /** Requests that are being served now, and the most that were at a time. */
  serving: { now: number; most: number };
  paths: string[];
}

const startServer = async (
  limits: Partial<typeof defaultLimits>,
  respond: Serve = (_request, response) => response.end('x'),
): Promise<Watched> => {
  const server = createServer();
  const serving = { now: 0, most: 0 };
  const paths: string[] = [];
  const serve: Serve = (received, response) => {
    serving.now += 1;
    serving.most = Math.max(serving.most, serving.now);
    paths.push(received.url ?? '');
    response.prependListener('close', () => {
      serving.now -= 1;
    });
    respond(received, response);
  };
  server.on('clientError', respondToMalformedRequests);
  limitConnections(server, serve, { ...defaultLimits, ...limits });
  const port = await listenOnFreePort(server);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${port}`, server, serving, paths };
};

const closed = (socket: Socket) => eventually(() => socket.closed || socket.readableEnded);

describe('a connection', () => {
  it('has its pipelined requests served one after the other', async () => {
    const { url, serving, paths } = await startServer({}, async (_request, response) => {
      await delay(1);
      response.end('x');
    });
    const response = await responseTo(url, requests(60));
    expect(statusesIn(response)).toEqual(Array.from({ length: 60 }, () => 200));
    expect(paths).toEqual(Array.from({ length: 60 }, (_, index) => `/${index}`));
    expect(serving.most).toBe(1);
  });

  it('is closed if it has too many pipelined requests', async () => {
    const { url, paths } = await startServer({ ahead: 10 }, () => {});
    const socket = await rawConnection(url);
    socket.resume().write(requests(12));
    await closed(socket).toBe(true);
    expect(paths).toEqual(['/0']);
  });

  it('is closed if all connections together have too many pipelined requests, and the others continue', async () => {
    const { url, serving } = await startServer({ aheadInAll: 10 }, () => {});
    const first = await rawConnection(url);
    first.write(requests(8));
    await eventually(() => serving.now).toBe(1);
    const second = await rawConnection(url);
    second.resume().write(requests(8));
    await closed(second).toBe(true);
    expect(first.closed).toBe(false);
    first.destroy();
    await eventually(() => serving.now).toBe(0);
    const third = await rawConnection(url);
    third.write(requests(8));
    await eventually(() => serving.now).toBe(1);
    expect(third.closed).toBe(false);
  });

  it('is closed when its client does not read a response', async () => {
    const body = Buffer.alloc(32 * 1024 * 1024);
    const { url, serving } = await startServer(
      { responseMilliseconds: 200 },
      (_request, response) => response.end(body),
    );
    const socket = await rawConnection(url);
    socket.pause().write(requests(3));
    await eventually(() => serving.most).toBe(1);
    await eventually(() => serving.now).toBe(0);
    expect(serving.most).toBe(1);
  });

  it('gets 503 if all connections are in use, and is served again when one is free', async () => {
    const { url, serving } = await startServer({ connections: 2 }, () => {});
    const held = await Promise.all([rawConnection(url), rawConnection(url)]);
    for (const socket of held) socket.write(request('/held'));
    await eventually(() => serving.now).toBe(2);
    const refused = await responseTo(url, request('/third'));
    expect(statusesIn(refused)).toEqual([503]);
    expect(refused).toContain('"code":"too-many-connections"');
    expect(refused).toMatch(/retry-after: 1/i);
    held[0]?.destroy();
    await eventually(() => serving.now).toBe(1);
    (await rawConnection(url)).write(request('/fourth'));
    await eventually(() => serving.now).toBe(2);
  });

  it('that is idle is closed if all are in use', async () => {
    const { url, serving } = await startServer({ connections: 2 });
    const idle = await Promise.all([rawConnection(url), rawConnection(url)]);
    await Promise.all(
      idle.map((socket) => {
        socket.write(request('/idle'));
        return once(socket, 'data');
      }),
    );
    await eventually(() => serving.now).toBe(0);
    await eventually(async () => statusesIn(await responseTo(url, requests(1)))).toEqual([200]);
  });

  it('gets one response to a request whose body is malformed after the response', async () => {
    const { url } = await startServer({});
    const socket = await rawConnection(url);
    const response = text(socket);
    socket.write('POST / HTTP/1.1\r\nHost: shop\r\nTransfer-Encoding: chunked\r\n\r\n');
    await once(socket, 'readable');
    socket.write('not a size\r\n');
    expect(statusesIn(await response)).toEqual([200]);
  });

  it('gets its pending responses before the refusal of malformed data', async () => {
    const { url } = await startServer({}, async (_request, response) => {
      response.write('first half, ');
      await delay(20);
      response.end('second half');
    });
    const response = await responseTo(url, `${request('/a')}${request('/b')}NONSENSE\r\n\r\n`);
    expect(statusesIn(response)).toEqual([200, 200, 400]);
    expect(response.match(/second half/g)).toHaveLength(2);
  });
});
