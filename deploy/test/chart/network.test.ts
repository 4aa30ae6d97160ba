import { type StoreName, serviceNames, services, storeNames, stores } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { componentOf, type Pod, podsOf, policiesOf, reaches } from './network';
import { combinations, type Manifest, missing, ownSecrets, render } from './render';

const why = missing('helm');

/** A pod of somebody else's. */
const stranger = (namespace: string, labels: Record<string, string> = {}): Pod => ({
  name: `of ${namespace}`,
  namespace,
  labels,
});

const podOf = (manifests: readonly Manifest[], component: string): Pod => {
  const found = podsOf(manifests).find(({ labels }) => componentOf(labels) === component);
  if (!found) throw new Error(`there is no pod of ${component}`);
  return found;
};

/** What the policies let through between pods of the release: `from → to:port`. */
const open = (manifests: readonly Manifest[], ports: readonly number[]): string[] => {
  const pods = new Map(podsOf(manifests).map((pod) => [componentOf(pod.labels), pod]));
  // Its jobs may go anywhere, as the Kubernetes API may be anywhere.
  pods.delete('faults');
  return [...pods].flatMap(([from, one]) =>
    [...pods].flatMap(([to, other]) =>
      ports
        .filter((port) => from !== to && reaches(manifests, one, other, port))
        .map((port) => `${from} → ${to}:${port}`),
    ),
  );
};

const portOf = (store: StoreName): number => (stores[store].engine === 'redis' ? 6379 : 5432);

/** What the topology draws. */
const arrows = [
  ...serviceNames.flatMap((name) => [
    ...services[name].calls.map((dependency) => `${name} → ${dependency}:8080`),
    ...services[name].stores.map((store) => `${name} → ${store}:${portOf(store)}`),
  ]),
  ...storeNames.flatMap((name) => {
    const primary = stores[name].replicaOf;
    return primary ? [`${name} → ${primary}:${portOf(name)}`] : [];
  }),
  'load → web-gateway:8080',
];

const everyPort = [8080, 5432, 6379, 9090, 4318, 4040, 3000, 4143, 6565];
const elsewhere = [
  { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } } },
];
/** All that the values can narrow is narrowed to others. */
const narrow = {
  enabled: true,
  webFrom: elsewhere,
  metricsFrom: elsewhere,
  telemetryTo: elsewhere,
  storesTo: elsewhere,
};

describe.skipIf(why)(`the network policies${why ? ` (skipped: ${why})` : ''}`, () => {
  it('allow exactly the calls in the topology', () => {
    const manifests = render({ set: ['networkPolicy.enabled=true'] });
    expect(open(manifests, everyPort).sort()).toEqual([...arrows].sort());
  });

  it('select every pod of the release, in both directions', () => {
    for (const [name, file] of combinations) {
      const manifests = render({ file, set: ['networkPolicy.enabled=true'] });
      for (const pod of podsOf(manifests)) {
        const [policy] = policiesOf(manifests, pod);
        expect(policy?.policyTypes, `${name}: ${pod.name}`).toEqual(['Ingress', 'Egress']);
      }
    }
  });

  it('allow access to the shop from the peers in the values', () => {
    const manifests = render({ values: { networkPolicy: narrow } });
    const gateway = podOf(manifests, 'web-gateway');
    expect(reaches(manifests, stranger('edge'), gateway, 8080)).toBe(true);
    expect(reaches(manifests, stranger('default'), gateway, 8080)).toBe(false);
  });

  it('allow services and load to connect to the lgtm pod, and it to read their metrics, whatever the values restrict', () => {
    const observability = { lgtm: { enabled: true } };
    const telemetry = { pyroscopeUrl: 'http://faultline-lgtm:4040' };
    const manifests = render({ values: { observability, networkPolicy: narrow, telemetry } });
    const its = serviceNames.flatMap((name) => [`${name} → lgtm:4318`, `lgtm → ${name}:9090`]);
    expect(open(manifests, everyPort).sort()).toEqual(
      [...arrows, ...its, 'load → lgtm:9090'].sort(),
    );
  });

  it('allow services to connect to the console, and it to connect to their pods and to stores, whatever the values restrict', () => {
    const manifests = render({ values: { console: { enabled: true }, networkPolicy: narrow } });
    const its = serviceNames.flatMap((name) => [
      `${name} → console:4318`,
      `console → ${name}:8080`,
      `console → ${name}:9090`,
    ]);
    const ofStores = storeNames.map((name) => `console → ${name}:${portOf(name)}`);
    expect(open(manifests, everyPort).sort()).toEqual([...arrows, ...its, ...ofStores].sort());
    const without = render({
      values: { console: { enabled: true, stores: false }, networkPolicy: narrow },
    });
    expect(open(without, everyPort).sort()).toEqual([...arrows, ...its].sort());
  });

  it('allow the console to connect to Slack if it has its address', () => {
    const env = { SLACK_WEBHOOK_URL: 'https://hooks.slack.com/services/T0/B0/x' };
    const reachesSlack = (values: object): boolean => {
      const manifests = render({
        values: { console: { enabled: true, ...values }, networkPolicy: narrow },
      });
      return reaches(manifests, podOf(manifests, 'console'), stranger('elsewhere'), 443);
    };
    expect([{ env }, {}].map(reachesSlack)).toEqual([true, false]);
  });

  it('allow only the collector to connect to the backend, whatever the values restrict', () => {
    const values = { console: { enabled: true, stores: false }, collector: { enabled: true } };
    const manifests = render({ values: { ...values, networkPolicy: narrow } });
    const its = serviceNames.flatMap((name) => [
      `${name} → collector:4318`,
      `console → ${name}:8080`,
      `console → ${name}:9090`,
    ]);
    const ofLogs = ['store-logs → collector:4318', 'collector → console:4318'];
    expect(open(manifests, everyPort).sort()).toEqual([...arrows, ...its, ...ofLogs].sort());
  });

  it('allow the collector to connect to backends elsewhere, and to read metrics if it sends them', () => {
    const telemetry = {
      tracesEndpoint: 'http://tempo.edge:4318/v1/traces',
      logsEndpoint: 'http://loki.edge:3100/otlp/v1/logs',
      metricsEndpoint: 'http://prometheus.edge:9090/api/v1/otlp/v1/metrics',
    };
    const collector = { enabled: true, metrics: { enabled: true } };
    const manifests = render({ values: { telemetry, collector, networkPolicy: narrow } });
    const pod = podOf(manifests, 'collector');
    for (const port of [4318, 3100, 9090]) {
      expect(reaches(manifests, pod, stranger('edge'), port), `${port}`).toBe(true);
      expect(reaches(manifests, pod, stranger('monitoring'), port), `${port}`).toBe(false);
      expect(reaches(manifests, podOf(manifests, 'cart'), stranger('edge'), port)).toBe(false);
    }
    for (const name of serviceNames)
      expect(reaches(manifests, pod, podOf(manifests, name), 9090), name).toBe(true);
  });

  it('allow the lgtm pod to read the console’s metrics and to tell it of alerts', () => {
    const observability = { lgtm: { enabled: true } };
    const values = { console: { enabled: true }, observability, networkPolicy: narrow };
    const ofConsole = open(render({ values }), everyPort).filter((arrow) =>
      arrow.includes('→ console:'),
    );
    const its = serviceNames.map((name) => `${name} → console:4318`);
    expect(ofConsole.filter((arrow) => !its.includes(arrow)).sort()).toEqual([
      'lgtm → console:8080',
      'lgtm → console:9090',
    ]);
  });

  it('allow the peers in the values to read the metrics of services and console', () => {
    const manifests = render({ values: { console: { enabled: true }, networkPolicy: narrow } });
    for (const component of ['cart', 'console']) {
      const pod = podOf(manifests, component);
      expect(reaches(manifests, stranger('edge'), pod, 9090), component).toBe(true);
      expect(reaches(manifests, stranger('default'), pod, 9090), component).toBe(false);
    }
  });

  it('allow telemetry only to the peers in the values', () => {
    const telemetry = { otlpEndpoint: 'http://collector.edge:4317' };
    const manifests = render({ values: { networkPolicy: narrow, telemetry } });
    const cart = podOf(manifests, 'cart');
    expect(reaches(manifests, cart, stranger('edge'), 4317)).toBe(true);
    expect(reaches(manifests, cart, stranger('monitoring'), 4317)).toBe(false);
  });

  it('allow DNS on port 53 and on port 5353', () => {
    const manifests = render({ values: { networkPolicy: narrow } });
    for (const component of [...serviceNames, 'cart-data-replica', 'load'])
      for (const port of [53, 5353])
        expect(
          reaches(manifests, podOf(manifests, component), stranger('openshift-dns'), port),
          `${component}: ${port}`,
        ).toBe(true);
  });

  it('allow jobs to connect to the Kubernetes API on any port', () => {
    const manifests = render({
      values: { networkPolicy: narrow, faults: { apiGatewayDown: true } },
      set: ['faultSettings.apiGatewayDown.for=5m'],
    });
    for (const port of [443, 6443, 8443, 16443])
      expect(
        reaches(manifests, podOf(manifests, 'faults'), stranger('kube-system'), port),
        `${port}`,
      ).toBe(true);
  });

  it('allow services to connect to external stores on any port, at the peers in the values or anywhere', () => {
    const file = combinations.get('external-stores') ?? '';
    const anywhere = render({ file });
    const there = render({ file, values: { networkPolicy: narrow } });
    for (const port of [5432, 6432, 26257]) {
      const reached = (manifests: Manifest[], namespace: string) =>
        reaches(manifests, podOf(manifests, 'product'), stranger(namespace), port);
      expect(reached(anywhere, 'databases')).toBe(true);
      expect(reached(there, 'databases')).toBe(false);
      expect(reached(there, 'edge')).toBe(true);
    }
    const other = podOf(anywhere, 'api-gateway');
    expect(reaches(anywhere, other, stranger('databases'), 5432)).toBe(false);
  });

  it('allow the k6 operator to connect to its runners', () => {
    const operator = stranger('k6-operator-system');
    for (const enabled of [true, false]) {
      const load = { testRun: { enabled } };
      const manifests = render({ values: { networkPolicy: narrow, load } });
      expect(reaches(manifests, operator, podOf(manifests, 'load'), 6565)).toBe(enabled);
    }
  });
});

describe.skipIf(why)(`network policies with Linkerd${why ? ` (skipped: ${why})` : ''}`, () => {
  const values = { ...ownSecrets, networkPolicy: narrow, linkerd: { enabled: true } };
  const manifests = why ? [] : render({ values });
  const meshed = [...serviceNames, ...storeNames];

  it('allow connections between proxies exactly for the calls in the topology', () => {
    const ends = (arrow: string): string => arrow.replace(/:\d+$/, '');
    expect(open(manifests, [4143]).map(ends).sort()).toEqual([...new Set(arrows.map(ends))].sort());
  });

  it('allow every proxy to connect to the control plane in any namespace, and to DNS', () => {
    const plane = stranger('mesh', { 'linkerd.io/control-plane-component': 'identity' });
    for (const component of meshed) {
      const pod = podOf(manifests, component);
      for (const port of [8080, 8086, 8090])
        expect(reaches(manifests, pod, plane, port), component).toBe(true);
      expect(reaches(manifests, pod, stranger('mesh'), 8090), component).toBe(false);
      expect(reaches(manifests, pod, stranger('kube-system'), 53), component).toBe(true);
    }
  });

  it("do not open the proxies' ports without Linkerd", () => {
    const plain = render({ values: { ...values, linkerd: { enabled: false } } });
    expect(open(plain, [4143])).toEqual([]);
  });
});
