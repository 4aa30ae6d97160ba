import type { ReceivedSpan } from '@faultline/otlp';
import { type OtlpReceiver, startOtlpReceiver } from '@faultline/otlp/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTraced } from './traced-process';

describe('a service with the preload', { timeout: 90_000 }, () => {
  let receiver: OtlpReceiver;
  let spans: ReceivedSpan[];
  let lines: Record<string, unknown>[];
  const sent: Buffer[] = [];

  beforeAll(async () => {
    receiver = await startOtlpReceiver('127.0.0.1', (body) => sent.push(body));
    const service = await startTraced('cart', { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
    const paths = [
      ...['/broken', '/missing', '/nowhere/4242424242424242', '/quiet'],
      ...['/things/kettle?q=red+kettle&page=2', '/things/4242424242424242?q=a%40b.eu'],
      '/fussy?card=4242+4242+4242+4242&mail=bob%2540example.com',
    ];
    for (const path of paths) await service.send(path);
    lines = await service.stop();
    spans = receiver.spans;
    await receiver.stop();
  }, 90_000);

  const spanOf = (route: string) =>
    spans.find(({ attributes }) => attributes['http.route'] === route);

  it('marks the span of a failure as an error, with the exception', () => {
    expect(spanOf('/broken')).toMatchObject({
      name: 'GET /broken',
      kind: 'SERVER',
      status: 'ERROR',
      events: [{ name: 'exception', attributes: { 'exception.message': 'out of order' } }],
    });
  });

  it('does not mark a 404 as an error', () => {
    expect(spanOf('/missing')).toMatchObject({
      name: 'GET /missing',
      kind: 'SERVER',
      status: 'UNSET',
      events: [],
    });
    const unmatched = spans.find(({ name }) => name === 'GET');
    expect(unmatched).toMatchObject({ kind: 'SERVER', status: 'UNSET', events: [] });
    expect(unmatched?.attributes).not.toHaveProperty('url.path');
  });

  it('has the resource attributes of the service', () => {
    for (const { resource } of spans)
      expect(resource).toMatchObject({
        'service.name': 'cart',
        'service.version': '1.0.0',
        'deployment.environment.name': 'development',
        'service.instance.id': expect.stringMatching(/:\d+$/),
      });
  });

  it('has each attribute once', () => {
    expect(receiver.refused).toEqual([]);
    expect(spans).toHaveLength(6);
  });

  it('has the route instead of the path, and only listed query parameters', () => {
    const things = spans.filter(({ attributes }) => attributes['http.route'] === '/things/:id');
    expect(things.map(({ attributes }) => attributes)).toMatchObject([
      { 'url.path': '/things/:id', 'url.query': 'page=2', 'app.thing': 'kettle' },
      { 'url.path': '/things/:id' },
    ]);
    expect(things[1]?.attributes).not.toHaveProperty('url.query');
    expect(things[1]?.attributes).not.toHaveProperty('app.thing');
  });

  it('exports and logs no card number and no e-mail address, wherever they were typed', () => {
    expect(spanOf('/fussy')).toMatchObject({
      events: [{ attributes: { 'exception.message': 'cannot take [digits] of [e-mail]' } }],
    });
    expect(
      receiver.logs.find(({ message }) => message === 'payment-reconcile-failed')?.attributes,
    ).toMatchObject({
      err: { message: 'cannot take [digits] of [e-mail]' },
    });
    expect(lines.find(({ msg }) => msg === 'payment-reconcile-failed')).toMatchObject({
      err: { message: 'cannot take [digits] of [e-mail]' },
    });
    const everything = `${Buffer.concat(sent).toString('latin1')}${JSON.stringify(lines)}`;
    for (const secret of ['4242', 'bob', 'a@b.eu', 'a%40b.eu', 'red+kettle'])
      expect(everything).not.toContain(secret);
  });

  it('has no spans of probes', () => {
    expect(spanOf('/quiet')).toBeUndefined();
    const routes = lines.filter(({ msg }) => msg === 'http-request').map(({ route }) => route);
    expect(routes).toEqual([
      ...['/broken', '/missing', 'not-found', '/things/:id', '/things/:id', '/fussy'],
    ]);
  });
});

it('a request through two services is one trace', { timeout: 90_000 }, async () => {
  const { url, spans } = await startOtlpReceiver();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: url };
  const dependency = await startTraced('product', environment);
  const caller = await startTraced('cart', { ...environment, CALLEE_URL: dependency.url });
  await caller.send('/calling');
  const lines = [...(await caller.stop()), ...(await dependency.stop())];

  const span = (service: string, kind: string): ReceivedSpan | undefined =>
    spans.find((each) => each.service === service && each.kind === kind);
  const incoming = span('cart', 'SERVER');
  const outgoing = span('cart', 'CLIENT');
  const served = span('product', 'SERVER');
  const { traceId } = incoming ?? {};
  expect(spans).toHaveLength(3);
  expect(incoming).toMatchObject({ name: 'GET /calling', parentSpanId: '' });
  expect(outgoing).toMatchObject({ traceId, parentSpanId: incoming?.spanId });
  expect(served).toMatchObject({
    name: 'GET /things/:id',
    traceId,
    parentSpanId: outgoing?.spanId,
  });
  expect(lines).toMatchObject([
    { service: 'cart', msg: 'checkout-completed', traceId, spanId: incoming?.spanId },
    { service: 'cart', msg: 'http-request', traceId, spanId: incoming?.spanId },
    { service: 'product', msg: 'service-started', traceId, spanId: served?.spanId },
    { service: 'product', msg: 'http-request', traceId, spanId: served?.spanId },
  ]);
});

it('the log has trace ids even if no spans are exported', { timeout: 90_000 }, async () => {
  const service = await startTraced('cart', {});
  await service.send('/things/1');
  expect(await service.stop()).toMatchObject([
    { msg: 'service-started', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    { msg: 'http-request', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ]);
});

it('the last log lines of a crashing process are written', { timeout: 90_000 }, async () => {
  const service = await startTraced('cart', {});
  await service.send('/last-words').catch(() => undefined);
  expect(await service.stop()).toMatchObject([{ level: 'error', msg: 'service-flags-not-read' }]);
});
