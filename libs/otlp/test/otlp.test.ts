import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logsRequest, spansRequest } from '../src/messages';
import { type OtlpReceiver, startOtlpReceiver } from '../src/testing';

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const resource = { attributes: [text('service.name', 'cart')] };
const traceId = Buffer.from('0af7651916cd43dd8448eb211c80319c', 'hex');
const spanId = Buffer.from('b7ad6b7169203331', 'hex');

const request = (type: typeof spansRequest, item: object) =>
  type.encode(type.fromObject({ resources: [{ resource, scopes: [{ items: [item] }] }] })).finish();

let receiver: OtlpReceiver;
beforeEach(async () => {
  receiver = await startOtlpReceiver();
});
afterEach(() => receiver.stop());

const post = (path: string, body: Uint8Array) =>
  fetch(receiver.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-protobuf' },
    body: new Uint8Array(body),
  });

describe('the OTLP receiver', () => {
  it('reads spans', async () => {
    const span = {
      traceId,
      spanId,
      name: 'GET /cart',
      kind: 2,
      startTimeUnixNano: '1700000000123456789',
      endTimeUnixNano: '1700000000124456789',
      attributes: [
        text('http.route', '/cart'),
        { key: 'http.response.status_code', value: { intValue: '500' } },
        { key: 'ratio', value: { doubleValue: 0.5 } },
        { key: 'slow', value: { boolValue: false } },
        { key: 'tags', value: { arrayValue: { values: [{ stringValue: 'a' }] } } },
      ],
      events: [
        {
          timeUnixNano: '1700000000124000000',
          name: 'exception',
          attributes: [text('exception.type', 'Error')],
        },
      ],
      links: [{ traceId, spanId }],
      status: { code: 2 },
    };
    expect((await post('/v1/traces', request(spansRequest, span))).status).toBe(200);
    expect(receiver.spans).toEqual([
      {
        service: 'cart',
        resource: { 'service.name': 'cart' },
        traceId: '0af7651916cd43dd8448eb211c80319c',
        spanId: 'b7ad6b7169203331',
        parentSpanId: '',
        name: 'GET /cart',
        kind: 'SERVER',
        start: 1700000000123.456,
        end: 1700000000124.456,
        attributes: {
          'http.route': '/cart',
          'http.response.status_code': 500,
          ratio: 0.5,
          slow: false,
          tags: ['a'],
        },
        events: [
          { name: 'exception', time: 1700000000124, attributes: { 'exception.type': 'Error' } },
        ],
        links: [{ traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }],
        status: 'ERROR',
      },
    ]);
  });

  it('reads log records', async () => {
    const record = {
      timeUnixNano: '1700000000000000000',
      severityText: 'error',
      body: { stringValue: 'redis-connection-lost' },
      attributes: [text('store', 'cart-data')],
      traceId,
      spanId,
    };
    expect((await post('/v1/logs', request(logsRequest, record))).status).toBe(200);
    expect(receiver.logs).toMatchObject([
      {
        service: 'cart',
        time: 1700000000000,
        level: 'error',
        message: 'redis-connection-lost',
        traceId: traceId.toString('hex'),
        attributes: { store: 'cart-data' },
      },
    ]);
  });

  it('refuses a span that has an attribute twice', async () => {
    const span = { traceId, spanId, attributes: [text('url.path', '/a'), text('url.path', '/b')] };
    expect((await post('/v1/traces', request(spansRequest, span))).status).toBe(400);
    expect(receiver.refused).toEqual(['attribute url.path is there twice']);
  });

  it('refuses what it cannot read, and other paths', async () => {
    expect((await post('/v1/traces', Buffer.from('nonsense'))).status).toBe(400);
    expect((await post('/v1/metrics', Buffer.alloc(0))).status).toBe(404);
    expect((await fetch(`${receiver.url}/v1/traces`)).status).toBe(405);
    expect(receiver.spans).toEqual([]);
  });
});
