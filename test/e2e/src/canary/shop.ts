import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prometheusRules } from '@faultline/dashboards';
import { openApi, run } from '@faultline/deploy';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { parse } from 'yaml';
import { type Prometheus, startPrometheus } from '../backends/prometheus';
import { chart, Release } from '../cluster/release';

/** Why nobody can be asked about a canary here, if nobody can. */
export const noPrometheus = spawnSync('prometheus', ['--version']).error
  ? 'prometheus is not on PATH'
  : undefined;

/** The services of which new versions are released, each with so many pods. */
export const released = ['product', 'payment'] as const;
export const pods = 5;
export const weights = [20, 60];

/** How often its Prometheus scrapes. */
export const scrapeSeconds = 2;

/** A shop in the cluster, with a Prometheus that scrapes it. */
export interface CanaryShop extends AsyncDisposable {
  release: Release;
  /** The API of the cluster. */
  api: string;
  /** The shop's own port on the node, for many requests. */
  gateway: string;
  prometheus: Prometheus;
  prometheusUrl: string;
}

const Configuration = Type.Object({
  scrape_configs: Type.Array(
    Type.Object({ kubernetes_sd_configs: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
  ),
});

/** How the chart's own Prometheus finds the pods of a release, through this API, and more often. */
const jobsOf = (namespace: string, api: string): object[] => {
  const text = readFileSync(join(chart, 'files/lgtm/prometheus.yaml'), 'utf8')
    .replaceAll('{{ .Release.Namespace }}', namespace)
    .replaceAll('{{ .Release.Name }}', 'faultline');
  return Parse(Configuration, parse(text)).scrape_configs.map((job) => ({
    ...job,
    scrape_interval: `${scrapeSeconds}s`,
    kubernetes_sd_configs: job.kubernetes_sd_configs.map((discovery) => ({
      ...discovery,
      api_server: api,
    })),
  }));
};

const gatewayOf = async (release: Release): Promise<string> => {
  const address = await run('kubectl', [
    ...['get', 'nodes', '-o'],
    'jsonpath={.items[0].status.addresses[?(@.type=="InternalIP")].address}',
  ]);
  const port = await release.kubectl(
    ...['get', 'service', 'faultline-web-gateway', '-o', 'jsonpath={.spec.ports[0].nodePort}'],
  );
  return `http://${address}:${port}`;
};

/** Installs a shop with enough pods for a canary. `sets` are values that may name the address of its Prometheus. */
export const installCanaryShop = async (
  sets: (prometheusUrl: string) => readonly string[] = () => [],
): Promise<CanaryShop> => {
  const stack = new AsyncDisposableStack();
  try {
    const tunnel = stack.use(await openApi());
    const port = await freePort();
    const prometheusUrl = `http://127.0.0.1:${port}`;
    const release = stack.adopt(
      await Release.install([
        'web.type=NodePort',
        // A new pod reads its faults when it starts.
        'faultRefresh.enabled=false',
        // The shoppers say themselves where they come from.
        'web.trustProxy=loopback\\,linklocal\\,uniquelocal',
        ...released.map((service) => `services.${service}.replicas=${pods}`),
        ...sets(prometheusUrl),
      ]),
      (installed) => installed.remove(),
    );
    const jobs = jobsOf(release.namespace, tunnel.url);
    const rules = prometheusRules(scrapeSeconds);
    const prometheus = stack.adopt(await startPrometheus({ jobs, port, rules }), (each) =>
      each.stop(),
    );
    const gateway = await gatewayOf(release);
    const disposal = stack.move();
    return {
      release,
      api: tunnel.url,
      gateway,
      prometheus,
      prometheusUrl,
      [Symbol.asyncDispose]: () => disposal.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
};
