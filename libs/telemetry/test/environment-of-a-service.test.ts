import type { IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { startOtlpReceiver } from '@faultline/otlp/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listening } from './listening';
import { startTraced } from './traced-process';

/** What a collector gets of one request to a service in an environment, and the service's log. */
const exportedWith = async (
  environment: NodeJS.ProcessEnv,
  path = '/things/kettle',
  headers: Record<string, string> = {},
) => {
  const receiver = await startOtlpReceiver();
  onTestFinished(receiver.stop);
  const service = await startTraced('cart', {
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    ...environment,
  });
  const response = await service.send(path, { headers });
  const lines = await service.stop();
  return { response, lines, spans: receiver.spans, logs: receiver.logs };
};

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331';

describe("a service in OpenTelemetry's environment", { timeout: 90_000 }, () => {
  it('has the attributes of OTEL_RESOURCE_ATTRIBUTES, which override its own', async () => {
    const { spans, logs } = await exportedWith({
      OTEL_RESOURCE_ATTRIBUTES:
        'service.namespace=training,team=blue,service.name=other,deployment.environment.name=lab',
    });
    expect(spans).toHaveLength(1);
    expect(logs.length).toBeGreaterThan(0);
    for (const { resource } of [...spans, ...logs])
      expect(resource).toMatchObject({
        'service.name': 'cart',
        'service.namespace': 'training',
        team: 'blue',
        'deployment.environment.name': 'lab',
      });
  });

  it('starts with empty or invalid variables, and logs their names', async () => {
    const { spans, lines } = await exportedWith({
      OTEL_TRACES_SAMPLER: '',
      OTEL_TRACES_SAMPLER_ARG: '',
      OTEL_PROPAGATORS: '',
      OTEL_FASTIFY_IGNORE_PATHS: '',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_EXPORTER_OTLP_HEADERS: 'sec ret',
      OTEL_EXPORTER_OTLP_TIMEOUT: 'ten seconds',
    });
    expect(spans).toHaveLength(1);
    expect(lines.filter(({ msg }) => msg === 'telemetry-variable-ignored')).toMatchObject([
      { level: 'error', variable: 'OTEL_EXPORTER_OTLP_PROTOCOL' },
      { level: 'error', variable: 'OTEL_EXPORTER_OTLP_HEADERS' },
      { level: 'error', variable: 'OTEL_EXPORTER_OTLP_TIMEOUT' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('sec ret');
  });

  it.each([
    [{ OTEL_SDK_DISABLED: 'true' }, 0, 0],
    [{ OTEL_TRACES_EXPORTER: 'none' }, 0, 2],
    [{ OTEL_LOGS_EXPORTER: 'none' }, 1, 0],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, 0, 2],
  ])('with %o sends %i spans and %i log records', async (environment, spanCount, logCount) => {
    const { spans, logs, lines } = await exportedWith(environment);
    expect(spans).toHaveLength(spanCount);
    expect(logs).toHaveLength(logCount);
    expect(lines.map(({ msg }) => msg)).toEqual(['service-started', 'http-request']);
  });

  it('has the name unknown_service if none is set', async () => {
    const { spans } = await exportedWith({ OTEL_SERVICE_NAME: '' });
    expect(spans[0]?.service).toBe('unknown_service');
  });

  it('forwards trace context with OTEL_SDK_DISABLED', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const dependency = await listening((request, response) => {
      seen.push(request.headers);
      response.end('{}');
    });
    await exportedWith({ OTEL_SDK_DISABLED: 'true', CALLEE_URL: dependency }, '/calling', {
      traceparent: `${traceparent}-01`,
    });
    expect(seen).toMatchObject([{ traceparent: `${traceparent}-01` }]);
  });

  it('ignores trace headers with OTEL_PROPAGATORS=none', async () => {
    const { spans } = await exportedWith({ OTEL_PROPAGATORS: 'none' }, '/things/kettle', {
      traceparent: `${traceparent}-01`,
    });
    expect(spans).toMatchObject([{ parentSpanId: '' }]);
  });

  it('applies the limits of attributes', async () => {
    const { spans, logs } = await exportedWith({
      OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '2',
      OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT: '3',
    });
    expect(Object.keys(spans[0]?.attributes ?? {})).toHaveLength(2);
    const served = logs.find(({ message }) => message === 'http-request');
    expect(Object.keys(served?.attributes ?? {})).toHaveLength(3);
    const cut = await exportedWith({ OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: '3' });
    expect(cut.spans[0]?.attributes).toMatchObject({ 'app.thing': 'ket' });
    expect(cut.logs.map(({ attributes }) => attributes.requestId)).toContain('req');
  });

  it("applies the limit of an event's attributes under the name in the specification", async () => {
    const { spans } = await exportedWith({ OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: '1' }, '/broken');
    expect(Object.keys(spans[0]?.events[0]?.attributes ?? {})).toHaveLength(1);
  });

  it('exports with the configured headers and compression', async () => {
    const requests: { headers: IncomingHttpHeaders; bytes: number }[] = [];
    const collector = await listening(async (request, response) => {
      requests.push({ headers: request.headers, bytes: (await buffer(request)).length });
      response.end();
    });
    await exportedWith({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector}/base`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-team=blue',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    });
    expect(requests.length).toBeGreaterThanOrEqual(2);
    for (const { headers } of requests)
      expect(headers).toMatchObject({ authorization: 'Bearer abc', 'content-encoding': 'gzip' });
    expect(requests.some(({ headers }) => headers['x-team'] === 'blue')).toBe(true);
  });
});

describe('a trace that is not sampled', { timeout: 90_000 }, () => {
  it('has its id in the log with the flag 00, and in no exemplar', async () => {
    const { lines, spans, logs } = await exportedWith({}, '/things/kettle', {
      traceparent: `${traceparent}-00`,
    });
    expect(spans).toEqual([]);
    expect(logs).toHaveLength(2);
    expect(lines).toMatchObject([
      { msg: 'service-started', traceId: traceparent.split('-')[1], traceFlags: '00' },
      { msg: 'http-request', traceId: traceparent.split('-')[1], traceFlags: '00' },
    ]);
  });
});
