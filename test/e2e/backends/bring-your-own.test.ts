import { afterEach, describe, expect, it } from 'vitest';
import { environmentOf, examples, renderChart } from '../src/backends/chart';
import { startChartService } from '../src/backends/chart-service';
import { missing } from '../src/backends/missing';
import { type OtlpEndpoint, startOtlpEndpoint } from '../src/backends/otlp-endpoint';

interface Documented {
  secrets?: Record<string, string>;
  traces: string;
  logs: string;
  headers?: Record<string, string>;
}

/** Paths and headers as the documentation of each backend says; docs/backends.md names its pages. */
const documented: Record<string, Documented> = {
  'prometheus-loki-tempo': { traces: '/v1/traces', logs: '/otlp/v1/logs' },
  'grafana-cloud': {
    secrets: { 'grafana-cloud/authorization': 'Basic MTIzNDU2OmdsY19hYmMvZGVm+w==' },
    traces: '/otlp/v1/traces',
    logs: '/otlp/v1/logs',
    headers: { authorization: 'Basic MTIzNDU2OmdsY19hYmMvZGVm+w==' },
  },
  'opentelemetry-collector': { traces: '/v1/traces', logs: '/v1/logs' },
  datadog: {
    secrets: { 'datadog/api-key': '0123456789abcdef' },
    traces: '/v1/traces',
    logs: '/v1/logs',
    headers: { 'dd-api-key': '0123456789abcdef', 'dd-otlp-source': 'acme' },
  },
  'new-relic': {
    secrets: { 'new-relic/license-key': 'eu01xxabcNRAL' },
    traces: '/v1/traces',
    logs: '/v1/logs',
    headers: { 'api-key': 'eu01xxabcNRAL' },
  },
  honeycomb: {
    secrets: { 'honeycomb/api-key': 'hcaik_01abc' },
    traces: '/v1/traces',
    logs: '/v1/logs',
    headers: { 'x-honeycomb-team': 'hcaik_01abc' },
  },
};

const whyNot = missing('helm');
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const withoutCollector = { collector: { enabled: false, metrics: { enabled: false } } };
const soon = { timeout: 60_000, interval: 100 };

/** What a service sends that has the chart's variables, and its own log. */
const sentWith = async (file: string, secrets: Record<string, string>) => {
  const backend: OtlpEndpoint = await startOtlpEndpoint();
  stops.push(backend.stop);
  const manifests = renderChart(withoutCollector, file);
  const variables = environmentOf(manifests, 'Deployment', 'faultline-api-gateway', secrets);
  const service = await startChartService(variables, backend.url);
  stops.push(service.stop);
  // There is no product service here: the response is an error, and the trace says so.
  const response = await fetch(`${service.url}/api/categories`);
  expect(response.status).toBeGreaterThanOrEqual(500);
  await expect.poll(() => backend.spans().map(({ kind }) => kind), soon).toContain('SERVER');
  await expect
    .poll(() => backend.logs().map(({ message }) => message), soon)
    .toContain('http-request');
  return { backend, output: service.output() };
};

describe.skipIf(whyNot)(
  `a service with the variables of the chart${whyNot ? ` (skipped: ${whyNot})` : ''}`,
  { timeout: 180_000 },
  () => {
    it('is tried with every example', () => {
      expect([...examples.keys()].sort()).toEqual(Object.keys(documented).sort());
    });

    it.each([...examples])('sends what %s takes, to where it takes it', async (name, file) => {
      const { secrets = {}, traces, logs, headers = {} } = documented[name] ?? expect.fail(name);
      const { backend, output } = await sentWith(file, secrets);
      expect(new Set(backend.received.map(({ path }) => path))).toEqual(new Set([traces, logs]));
      for (const request of backend.received) {
        expect(request.headers).toMatchObject(headers);
        expect(request.headers['content-type']).toBe('application/x-protobuf');
      }
      for (const { resource } of [...backend.spans(), ...backend.logs()])
        expect(resource).toMatchObject({
          'service.name': 'api-gateway',
          'service.namespace': 'shop/faultline',
        });
      expect(output).not.toContain('telemetry-variable-ignored');
      for (const secret of Object.values(secrets)) expect(output).not.toContain(secret);
    });
  },
);
