import { type ReceivedSpan, startOtlpReceiver } from '@faultline/otlp';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTraced } from './traced-process';

describe('a service with the preload', { timeout: 90_000 }, () => {
  let spans: ReceivedSpan[];
  let lines: Record<string, unknown>[];

  beforeAll(async () => {
    const receiver = await startOtlpReceiver();
    const service = await startTraced('cart', { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
    const paths = [
      ...['/broken', '/missing', '/nowhere', '/quiet'],
      ...['/things/1?q=red+kettle', '/things/4242424242424242?q=a%40b.eu'],
    ];
    for (const path of paths) await fetch(`${service.url}${path}`);
    lines = await service.stop();
    spans = receiver.spans;
    await receiver.stop();
  }, 90_000);

  const spanOf = (path: string) => spans.find(({ attributes }) => attributes['url.path'] === path);

  it('marks the span of a failure as an error, and tells what happened', () => {
    expect(spanOf('/broken')).toMatchObject({
      name: 'GET /broken',
      kind: 'SERVER',
      status: 'ERROR',
      events: [{ name: 'exception', attributes: { 'exception.message': 'out of order' } }],
    });
  });

  it.each([
    ['/missing', 'GET /missing'],
    ['/nowhere', 'GET'],
  ])('does not take a 404 for an error of the service (%s)', (path, name) => {
    expect(spanOf(path)).toMatchObject({ name, kind: 'SERVER', status: 'UNSET', events: [] });
  });

  it('says who it is', () => {
    for (const { resource } of spans)
      expect(resource).toMatchObject({
        'service.name': 'cart',
        'service.version': '1.0.0',
        'deployment.environment.name': 'development',
        'service.instance.id': expect.stringMatching(/:\d+$/),
      });
  });

  it('shows path and query of a request without what may be a card or an address', () => {
    expect(spanOf('/things/1')?.attributes['url.query']).toBe('q=red+kettle');
    expect(spanOf('/things/[digits]')?.attributes['url.query']).toBe('q=[e-mail]');
    expect(JSON.stringify(spans)).not.toContain('4242424242424242');
  });

  it('leaves quiet routes out', () => {
    expect(spans).toHaveLength(5);
    expect(spanOf('/quiet')).toBeUndefined();
    const routes = lines.filter(({ msg }) => msg === 'http-request').map(({ route }) => route);
    expect(routes).toEqual(['/broken', '/missing', 'not-found', '/things/:id', '/things/:id']);
  });
});

it('a request that passes through two services is one trace', { timeout: 90_000 }, async () => {
  const { url, spans } = await startOtlpReceiver();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: url };
  const callee = await startTraced('product', environment);
  const caller = await startTraced('cart', { ...environment, CALLEE_URL: callee.url });
  await fetch(`${caller.url}/calling`);
  const lines = [...(await caller.stop()), ...(await callee.stop())];

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
    { service: 'cart', msg: 'calling', traceId, spanId: incoming?.spanId },
    { service: 'cart', msg: 'http-request', traceId, spanId: incoming?.spanId },
    { service: 'product', msg: 'working', traceId, spanId: served?.spanId },
    { service: 'product', msg: 'http-request', traceId, spanId: served?.spanId },
  ]);
});

it('the log has trace ids also when nobody collects spans', { timeout: 90_000 }, async () => {
  const service = await startTraced('cart', {});
  await fetch(`${service.url}/things/1`);
  expect(await service.stop()).toMatchObject([
    { msg: 'working', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    { msg: 'http-request', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ]);
});

it('the last lines of a process that crashes are written', { timeout: 90_000 }, async () => {
  const service = await startTraced('cart', {});
  await fetch(`${service.url}/last-words`).catch(() => undefined);
  expect(await service.stop()).toMatchObject([{ level: 'error', msg: 'last-words' }]);
});
