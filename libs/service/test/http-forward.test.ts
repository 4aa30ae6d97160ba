import { text } from 'node:stream/consumers';
import { freePort } from '@faultline/stores';
import { describe, expect, it } from 'vitest';
import { startCalling } from './caller-service';
import { drop, inPieces, inTurn, json, startDependency } from './dependency';
import { eventually, startFixture } from './fixture';

describe('a request that is forwarded', () => {
  it.each([201, 304, 404, 500])('returns status %d with headers and body', async (status) => {
    const dependency = await startDependency((response) =>
      response.writeHead(status, { 'x-colour': 'blue' }).end(status === 304 ? '' : 'as it is'),
    );
    const service = await startCalling(dependency.url);
    const response = await service.serveWork(async (caller) => {
      const { statusCode, headers, body } = await caller.forward({
        method: 'POST',
        target: '/things?q=%20',
        route: '/things',
        headers: { 'content-type': 'text/plain', 'x-session-id': 's' },
        body: Buffer.from('the body'),
      });
      return { statusCode, colour: headers['x-colour'], text: await text(body) };
    });
    expect(response.body).toEqual({
      result: { statusCode: status, colour: 'blue', text: status === 304 ? '' : 'as it is' },
    });
    expect(dependency.received).toMatchObject([
      {
        line: 'POST /things?q=%20',
        body: 'the body',
        headers: {
          'content-type': 'text/plain',
          'x-session-id': 's',
          'x-request-id': expect.any(String),
          'x-request-timeout-ms': expect.any(String),
        },
      },
    ]);
  });

  it('is 503 DEPENDENCY-unreachable if nothing listens', async () => {
    const service = await startCalling(`http://127.0.0.1:${await freePort()}`);
    const response = await service.serveWork((caller) =>
      caller.forward({ method: 'GET', target: '/', route: '/', headers: {}, body: undefined }),
    );
    expect(response).toMatchObject({ status: 503, body: { code: 'product-unreachable' } });
  });

  it('is retried only for a GET', async () => {
    const dependency = await startDependency(inTurn(drop, json(200, {}), drop));
    const service = await startCalling(dependency.url);
    const forward = (method: 'GET' | 'POST') =>
      service.serveWork(async (caller) => {
        const response = await caller.forward({
          method,
          target: '/',
          route: '/',
          headers: {},
          body: undefined,
        });
        return response.body.json();
      });
    expect(await forward('GET')).toMatchObject({ status: 200 });
    expect(dependency.received).toHaveLength(2);
    expect(await forward('POST')).toMatchObject({ status: 502 });
    expect(dependency.received).toHaveLength(3);
  });

  it('is logged in its own context if its response comes on the connection of an earlier request', async () => {
    const dependency = await startDependency(inPieces);
    const service = await startFixture(async (app) => {
      const caller = app.caller('product', dependency.url);
      app.routes(async (http) => {
        http.get('/forwarded', async (_request, reply) => {
          const asked = { method: 'GET', target: '/', route: '/', headers: {} } as const;
          const { body } = await caller.forward({ ...asked, body: undefined });
          return reply.send(body);
        });
      }, {});
    });
    const requestIds: (string | null)[] = [];
    for (const _ of [1, 2]) {
      const response = await service.get('/forwarded');
      expect(await response.text()).toBe('pieces');
      requestIds.push(response.headers.get('x-request-id'));
    }
    expect(dependency.connections()).toBe(1);
    await eventually(() =>
      service.logged('http-request').map(({ requestId }) => requestId),
    ).toEqual(requestIds);
  });
});
