import { createServer, type RequestListener, type Server } from 'node:http';
import { isNameList } from '@faultline/contracts/guards';
import { afterEach, describe, expect, it } from 'vitest';
import { Failure } from '../src/api/failure';
import { request } from '../src/api/request';
import { shopAt } from '../src/api/shop';

describe('a request to the shop', () => {
  let server: Server | undefined;

  const serve = async (listener: RequestListener): Promise<string> => {
    const started = createServer(listener);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const address = started.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port to listen on');
    return `http://127.0.0.1:${address.port}`;
  };

  afterEach(async () => {
    const open = server;
    server = undefined;
    open?.closeAllConnections();
    await new Promise((resolve) => (open ? open.close(resolve) : resolve(undefined)));
  });

  const failureOf = async (promise: Promise<unknown>): Promise<Failure> => {
    const thrown: unknown = await promise.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (thrown instanceof Failure) return thrown;
    throw new Error(`not a Failure: ${String(thrown)}`);
  };

  it('sends method, headers and JSON, and returns the JSON of the response', async () => {
    const seen: unknown[] = [];
    const total = { amount: 0, currency: 'EUR' };
    const purchase = { orderId: '1', paymentId: '2', total, lines: [], cartCleared: true };
    const base = await serve(async (incoming, response) => {
      let body = '';
      for await (const part of incoming) body += part;
      seen.push(incoming.method, incoming.url, incoming.headers['idempotency-key'], body);
      response.writeHead(201).end(JSON.stringify(purchase));
    });
    const details = {
      email: 'ada@example.org',
      card: { number: '4242424242424242', expMonth: 8, expYear: 2029, cvc: '123' },
      cart: {
        id: 'C'.repeat(22),
        items: [],
        total: { amount: 0, currency: 'EUR' as const },
        unavailable: [],
      },
    };
    expect(await shopAt(base).checkout(details, 'key-1')).toEqual(purchase);
    expect(seen).toEqual(['POST', '/api/checkout', 'key-1', JSON.stringify(details)]);
  });

  it('encodes parameters in URLs', async () => {
    const seen: (string | undefined)[] = [];
    const base = await serve((incoming, response) => {
      seen.push(incoming.url);
      response.writeHead(404).end();
    });
    await failureOf(shopAt(base).search('salt & pepper', 2, 12));
    await failureOf(shopAt(base).product('a/b'));
    expect(seen).toEqual(['/api/search?q=salt+%26+pepper&page=2&size=12', '/api/products/a%2Fb']);
  });

  it('rejects with the problem in the response', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'cart-empty',
      requestId: 'request-1',
      errors: [{ field: 'cart', message: 'is empty' }],
    };
    const base = await serve((_, response) => response.writeHead(409).end(JSON.stringify(problem)));
    const failure = await failureOf(request(base, isNameList));
    expect(failure).toMatchObject({ kind: 'error-response', status: 409, requestId: 'request-1' });
    expect(failure.fieldErrors).toEqual(problem.errors);
  });

  it("takes the request id from the header when the error is not the shop's", async () => {
    const base = await serve((_, response) =>
      response.writeHead(502, { 'x-request-id': 'request-2' }).end('<h1>Bad Gateway</h1>'),
    );
    const failure = await failureOf(request(base, isNameList));
    expect(failure).toMatchObject({ kind: 'error-response', status: 502, requestId: 'request-2' });
    expect(failure.problem).toBeUndefined();
  });

  it('rejects as unreachable if the connection is closed', async () => {
    const base = await serve((incoming) => incoming.socket.destroy());
    expect((await failureOf(request(base, isNameList))).kind).toBe('unreachable');
  });

  it('rejects as late after its timeout', async () => {
    const base = await serve(() => {});
    expect((await failureOf(request(base, isNameList, { patience: 50 }))).kind).toBe('late');
  });

  it('rejects as late if the response does not end in time', async () => {
    const base = await serve((_, response) => response.writeHead(200).write('{"items":'));
    expect((await failureOf(request(base, isNameList, { patience: 200 }))).kind).toBe('late');
  });

  it('rejects as unreadable if the response is not JSON', async () => {
    const base = await serve((_, response) => response.end('<p>hello</p>'));
    expect((await failureOf(request(base, isNameList))).kind).toBe('unreadable');
  });

  it('rejects as unreadable if the response has another shape', async () => {
    const base = await serve((_, response) => response.end('{"items":[1]}'));
    const failure = await failureOf(request(base, isNameList));
    expect(failure).toMatchObject({ kind: 'unreadable', status: 200 });
  });

  it("ends with the page's own reason when the page aborts it", async () => {
    const base = await serve(() => {});
    const controller = new AbortController();
    const pending = request(base, isNameList, { signal: controller.signal });
    const ended = expect(pending).rejects.toBe('left the page');
    controller.abort('left the page');
    await ended;
  });
});
