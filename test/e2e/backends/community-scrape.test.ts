import { prometheusRules } from '@faultline/dashboards';
import { componentUnhealthy } from '@faultline/slo';
import { serviceNames } from '@faultline/topology';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Prometheus, startPrometheus } from '../src/backends/prometheus';
import { startShop } from '../src/start-shop';

let shop: Awaited<ReturnType<typeof startShop>>;
let prometheus: Prometheus;

/** What Prometheus learns of a pod of the chart from Kubernetes. */
const podOf = (service: string, adminUrl: string) => ({
  targets: ['unused:80'],
  labels: {
    __meta_kubernetes_namespace: 'shop',
    __meta_kubernetes_pod_name: `faultline-${service}-5d9c7b8f6-x2x4z`,
    __meta_kubernetes_pod_ip: new URL(adminUrl).hostname,
    __meta_kubernetes_pod_node_name: 'node-1',
    __meta_kubernetes_pod_annotation_prometheus_io_scrape: 'true',
    __meta_kubernetes_pod_annotation_prometheus_io_port: new URL(adminUrl).port,
    __meta_kubernetes_pod_annotation_prometheus_io_path: '/metrics',
    __meta_kubernetes_pod_label_app_kubernetes_io_name: 'faultline',
    __meta_kubernetes_pod_label_app_kubernetes_io_instance: 'faultline',
    __meta_kubernetes_pod_label_app_kubernetes_io_component: service,
  },
});

const annotation = (name: string) => `__meta_kubernetes_pod_annotation_prometheus_io_${name}`;

/** The job for pods of the chart `prometheus` of prometheus-community. */
const kubernetesPods = (pods: readonly object[]) => ({
  job_name: 'kubernetes-pods',
  honor_labels: true,
  static_configs: pods,
  relabel_configs: [
    { source_labels: [annotation('scrape')], action: 'keep', regex: true },
    {
      source_labels: [annotation('path')],
      action: 'replace',
      target_label: '__metrics_path__',
      regex: '(.+)',
    },
    {
      source_labels: [annotation('port'), '__meta_kubernetes_pod_ip'],
      action: 'replace',
      regex: '(\\d+);((([0-9]+?)(\\.|$)){4})',
      replacement: '$2:$1',
      target_label: '__address__',
    },
    { action: 'labelmap', regex: '__meta_kubernetes_pod_label_(.+)' },
    { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
    { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
    { source_labels: ['__meta_kubernetes_pod_node_name'], target_label: 'node' },
  ],
});

beforeAll(async () => {
  shop = await startShop();
  prometheus = await startPrometheus({
    jobs: [kubernetesPods(serviceNames.map((name) => podOf(name, shop.demo.adminUrl(name))))],
    rules: prometheusRules(60),
  });
});

afterAll(async () => {
  await prometheus?.stop();
  await shop?.stop();
});

const down = async () =>
  (await prometheus.query('ALERTS{alertname="ServiceDown",subject="api-gateway"}')).map(
    ({ metric }) => metric.alertstate,
  );

it('finds every service, and api-gateway just while it is gone', async () => {
  const scraped = async () =>
    (await prometheus.query('count by (service_name) (build_info{namespace="shop"})')).length;
  await expect.poll(scraped, { timeout: 30_000 }).toBe(serviceNames.length);
  // Longer than an evaluation, so that an alert would be pending.
  const series = `${componentUnhealthy}{component="api-gateway",rule="offline"}`;
  const evaluated = `count_over_time(${series}[1m]) > 3`;
  const within = { timeout: 150_000, interval: 1_000 };
  await expect.poll(async () => (await prometheus.query(evaluated)).length, within).toBe(1);
  expect(await down()).toEqual([]);

  await shop.switches.on('apiGatewayDown', {});
  await expect.poll(down, within).toEqual(['firing']);

  await shop.switches.off(['apiGatewayDown']);
  await expect.poll(down, within).toEqual([]);
}, 420_000);
