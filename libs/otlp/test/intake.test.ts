import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import Fastify from 'fastify';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { encodeSpans, inProtobuf, otlpIntake, readLogs, readSpans } from '../src';

const span = {
  service: 'cart',
  resource: { 'service.name': 'cart' },
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  parentSpanId: '',
  name: 'GET /cart',
  kind: 'SERVER' as const,
  start: 1_700_000_000_123.456,
  end: 1_700_000_000_124,
  status: 'ERROR' as const,
  attributes: { 'http.response.status_code': 500, ratio: 0.5, slow: false, tags: ['a'] },
  events: [
    { name: 'exception', time: 1_700_000_000_123.5, attributes: { 'exception.type': 'Error' } },
  ],
  links: [{ traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }],
};

/** As OTLP's own examples write it, with fields that nothing here reads. */
const spanInJson = {
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'cart' } }] },
      scopeSpans: [
        {
          scope: { name: 'a library' },
          spans: [
            {
              traceId: span.traceId.toUpperCase(),
              spanId: span.spanId,
              name: span.name,
              kind: 2,
              flags: 257,
              startTimeUnixNano: '1700000000123456000',
              endTimeUnixNano: '1700000000124000000',
              attributes: [
                { key: 'http.response.status_code', value: { intValue: '500' } },
                { key: 'ratio', value: { doubleValue: 0.5 } },
                { key: 'slow', value: { boolValue: false } },
                { key: 'tags', value: { arrayValue: { values: [{ stringValue: 'a' }] } } },
              ],
              events: [
                {
                  timeUnixNano: '1700000000123500000',
                  name: 'exception',
                  attributes: [{ key: 'exception.type', value: { stringValue: 'Error' } }],
                },
              ],
              links: [{ traceId: span.traceId, spanId: span.spanId }],
              status: { code: 2 },
            },
          ],
        },
      ],
    },
  ],
};

const start = () => {
  const app = Fastify();
  const taken: { signal: string; items: unknown[] }[] = [];
  app.register(otlpIntake, {
    maxBytes: 10_000,
    maxUnpackedBytes: 50_000,
    take: async (signal, body, form) => {
      const message = inProtobuf(signal, body, form);
      taken.push({
        signal,
        items: signal === 'traces' ? readSpans(message) : readLogs(message),
      });
      return undefined;
    },
  });
  onTestFinished(() => app.close());
  const post = (payload: string | Buffer, headers: Record<string, string>, url = '/v1/traces') =>
    app.inject({ method: 'POST', url, payload, headers });
  return { taken, post };
};

let taken: ReturnType<typeof start>['taken'];
let post: ReturnType<typeof start>['post'];
beforeEach(() => {
  ({ taken, post } = start());
});

const protobuf = { 'content-type': 'application/x-protobuf' };
const json = { 'content-type': 'application/json' };
const gzip = { 'content-encoding': 'gzip' };

describe('the intake of OTLP', () => {
  it.each([
    ['protobuf', protobuf, Buffer.from(encodeSpans([span]))],
    ['protobuf, packed', { ...protobuf, ...gzip }, gzipSync(encodeSpans([span]))],
    ['JSON', { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(spanInJson)],
    ['JSON, packed', { ...json, ...gzip }, gzipSync(JSON.stringify(spanInJson))],
  ])('takes spans in %s', async (_form, headers, payload) => {
    const response = await post(payload, headers);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain(headers['content-type'].split(';')[0]);
    expect(response.body).toBe(headers['content-type'].includes('json') ? '{}' : '');
    expect(taken).toEqual([{ signal: 'traces', items: [span] }]);
  });

  it('takes log records in JSON', async () => {
    const record = {
      timeUnixNano: '1700000000000000000',
      severityText: 'error',
      body: { stringValue: 'store-lost' },
    };
    const body = { resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] };
    expect((await post(JSON.stringify(body), json, '/v1/logs')).statusCode).toBe(200);
    expect(taken).toMatchObject([
      { signal: 'logs', items: [{ level: 'error', message: 'store-lost' }] },
    ]);
  });

  it.each([
    [400, 'no JSON', json, '{'],
    [400, 'JSON of something else', json, '[]'],
    [
      400,
      'an id that is none',
      json,
      JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ traceId: 'xyz' }] }] }] }),
    ],
    [400, 'a list that is none', json, JSON.stringify({ resourceSpans: 5 })],
    [400, 'no protobuf', protobuf, 'nonsense'],
    [400, 'what is not packed', { ...protobuf, ...gzip }, 'nonsense'],
    [413, 'too much', protobuf, Buffer.alloc(10_001)],
    [413, 'too much in little', { ...protobuf, ...gzip }, gzipSync(Buffer.alloc(60_000))],
    [415, 'another encoding', { ...protobuf, 'content-encoding': 'br' }, 'x'],
    [415, 'another type', { 'content-type': 'text/plain' }, 'x'],
  ])('refuses with %i: %s', async (status, _title, headers, payload) => {
    expect((await post(payload, headers)).statusCode).toBe(status);
    expect(taken).toEqual([]);
  });

  it('tells what is wrong in the form of the request', async () => {
    const wrong = JSON.stringify({
      resourceSpans: [{ scopeSpans: [{ spans: [{ spanId: 'xyz' }] }] }],
    });
    expect((await post(wrong, json)).json()).toEqual({
      code: 3,
      message: 'spanId must be hexadecimal',
    });
    const { rawPayload } = await post('x', { ...protobuf, 'content-encoding': 'br' });
    expect([...rawPayload.subarray(0, 3)]).toEqual([8, 3, 18]);
    expect(rawPayload.subarray(4).toString()).toBe('content-encoding must be gzip or identity');
  });

  it('takes an empty request, which is one in protobuf', async () => {
    expect((await post('', protobuf)).statusCode).toBe(200);
  });

  it('unpacks two bodies at a time, and takes all of them', async () => {
    const app = Fastify();
    onTestFinished(() => app.close());
    const waiting: (() => void)[] = [];
    let most = 0;
    app.register(otlpIntake, {
      take: async () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.push(resolve);
        most = Math.max(most, waiting.length);
        await promise;
        return undefined;
      },
    });
    const payload = gzipSync(encodeSpans([span]));
    const requests = Promise.all(
      Array.from({ length: 10 }, () =>
        app.inject({
          method: 'POST',
          url: '/v1/traces',
          payload,
          headers: { ...protobuf, ...gzip },
        }),
      ),
    );
    for (let taken = 0; taken < 10; taken += 1) {
      await expect.poll(() => waiting.length, { interval: 5 }).toBe(Math.min(2, 10 - taken));
      waiting.shift()?.();
    }
    expect((await requests).map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200));
    expect(most).toBe(2);
  });

  it('takes or refuses whatever bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(json, protobuf),
        async (bytes, headers) => {
          const { statusCode } = await post(Buffer.from(bytes), headers);
          expect([200, 400]).toContain(statusCode);
        },
      ),
    );
  });
});
