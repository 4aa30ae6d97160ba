import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, startRedis } from '@faultline/stores';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  collectorConfiguration,
  environmentOf,
  examples,
  renderChart,
} from '../src/backends/chart';
import { movedTo, startChartService } from '../src/backends/chart-service';
import { missing } from '../src/backends/missing';
import {
  type Collector,
  complaintAbout,
  hasPart,
  startCollector,
} from '../src/backends/otel-collector';
import { type OtlpEndpoint, startOtlpEndpoint } from '../src/backends/otlp-endpoint';
import { podLog } from '../src/backends/pod-logs';

const authorization = 'Basic MTIzNDU2OmdsY19hYmMvZGVm+w==';
const secrets = { 'grafana-cloud/authorization': authorization };
const whyNot = missing('helm', 'otelcol');
const whyNoMetrics = hasPart('prometheus') ? '' : ' (skipped: otelcol has no receiver prometheus)';
const soon = { timeout: 60_000, interval: 100 };

const stops: (() => Promise<unknown>)[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'faultline-pod-logs-'));
let backend: OtlpEndpoint;
let collector: Collector;

const owned = async <Resource extends { stop(): Promise<unknown> }>(
  starting: Promise<Resource>,
): Promise<Resource> => {
  const resource = await starting;
  stops.push(() => resource.stop());
  return resource;
};

/** What the chart renders for Grafana Cloud, whose values use all that the collector can do. */
const manifests = whyNot
  ? []
  : renderChart(
      { collector: { metrics: { enabled: !whyNoMetrics } } },
      examples.get('grafana-cloud'),
    );

/** The gateway's configuration with its URLs at another host, and addresses of pods in place of their names in DNS. */
const gatewayOf = (url: string, adminUrl: string) => {
  const configuration = collectorConfiguration(manifests, 'collector');
  const moved = Object.entries(configuration.exporters.otlp_http ?? {}).map(([key, value]) => [
    key,
    key.endsWith('_endpoint') ? movedTo(url, String(value)) : value,
  ]);
  const targets = [{ targets: [new URL(adminUrl).host] }];
  const scraped = { job_name: 'api-gateway', scrape_interval: '1s', static_configs: targets };
  return {
    ...configuration,
    receivers: {
      ...configuration.receivers,
      ...(!whyNoMetrics && { prometheus: { config: { scrape_configs: [scraped] } } }),
    },
    exporters: { otlp_http: Object.fromEntries(moved) },
  };
};

/** The configuration that reads the logs of stores, of a directory here. */
const reader = () => ({
  ...collectorConfiguration(manifests, 'store-logs', (text) =>
    text.replaceAll('/var/log/pods', scratch),
  ),
  exporters: { otlp_http: { endpoint: collector.url } },
});

const logsOf = (service: string) => backend.logs().filter((log) => log.service === service);

describe.skipIf(whyNot)(
  `a real collector${whyNot ? ` (skipped: ${whyNot})` : ''}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      backend = await owned(startOtlpEndpoint());
      const variables = environmentOf(manifests, 'Deployment', 'faultline-api-gateway');
      const credentials = environmentOf(manifests, 'Deployment', 'faultline-collector', secrets);
      const early = await owned(startOtlpEndpoint());
      const scraped = await owned(startChartService(variables, early.url));
      collector = await owned(
        startCollector(gatewayOf(backend.url, scraped.adminUrl), credentials),
      );
      const service = await owned(startChartService(variables, collector.url));
      for (const { url } of [scraped, service]) await fetch(`${url}/api/categories`);
      await owned(startCollector(reader(), { K8S_NODE_NAME: 'node-1' }));
      const login = { user: 'product', password: 'secret', database: 'product' };
      const log = podLog(scratch, 'faultline-product-data-0', 'postgresql');
      const postgres = await owned(startPostgres({ ...login, log }));
      await owned(startRedis({ log: podLog(scratch, 'faultline-cart-data-0', 'redis') }));
      podLog(
        scratch,
        'somebody-elses-0',
        'redis',
      )(Buffer.from('1:M 27 Nov 2026 10:00:00.000 * mine\n'));
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      await client.query('SELECT *\n  FROM nowhere').catch(() => undefined);
      await client.end();
    }, 240_000);

    afterAll(async () => {
      for (const stop of stops.reverse()) await stop();
      rmSync(scratch, { recursive: true, force: true });
    });

    it.for([...examples])('accepts what the chart renders for %s', ([, file], { skip }) => {
      const rendered = renderChart(
        {
          collector: {
            enabled: true,
            metrics: hasPart('cumulativetodelta') ? {} : { temporality: 'cumulative' },
          },
        },
        file,
      );
      for (const component of ['store-logs', 'collector']) {
        const configuration = collectorConfiguration(rendered, component);
        skip('prometheus' in configuration.receivers && whyNoMetrics !== '', whyNoMetrics);
        expect(complaintAbout(configuration)).toBe('');
      }
    });

    it('sends traces and logs of services on to the backend, with the credentials', async () => {
      await expect.poll(() => backend.spans().map(({ kind }) => kind), soon).toContain('SERVER');
      await expect
        .poll(() => logsOf('api-gateway').map(({ message }) => message), soon)
        .toContain('http-request');
      for (const { path, headers } of backend.received) {
        expect(path).toMatch(/^\/otlp\/v1\/(traces|logs|metrics)$/);
        expect(headers.authorization).toBe(authorization);
      }
    });

    it('reads what a real PostgreSQL writes: one record per message, with its level and its pod', async () => {
      const messages = () => logsOf('product-data').map(({ message }) => message);
      await expect
        .poll(messages, soon)
        .toContain('LOG: database system is ready to accept connections');
      await expect.poll(messages, soon).toContain('STATEMENT: SELECT *\n\t  FROM nowhere');
      const failed = logsOf('product-data').find(({ level }) => level === 'error');
      expect(failed).toMatchObject({
        message: 'ERROR: relation "nowhere" does not exist at character 17',
        attributes: { store: 'product-data' },
        resource: {
          'service.namespace': 'shop/faultline',
          'deployment.environment.name': 'demo',
          'k8s.pod.name': 'faultline-product-data-0',
          'k8s.namespace.name': 'shop',
          'k8s.container.name': 'postgresql',
          'k8s.node.name': 'node-1',
        },
      });
    });

    it('reads what a real Redis writes', async () => {
      const ready = () =>
        logsOf('cart-data').find(({ message }) => /^Ready to accept connections/.test(message));
      await expect.poll(ready, soon).toMatchObject({ level: 'info' });
    });

    it("reads no log of somebody else's pod", () => {
      const services = new Set(backend.logs().map(({ service }) => service));
      expect([...services].sort()).toEqual(['api-gateway', 'cart-data', 'product-data']);
    });

    it.skipIf(whyNoMetrics)(`scrapes metrics and sends them${whyNoMetrics}`, async () => {
      await expect
        .poll(() => backend.metrics(), soon)
        .toMatch(/http_server_request_duration_seconds.*service_name.*api-gateway/s);
    });
  },
);
