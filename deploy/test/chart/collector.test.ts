import { serviceNames, storeNames } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { containersOf, onlyPod, variablesOf } from './pods';
import { type Manifest, missing, only, render } from './render';

const why = missing('helm');

const Configuration = Type.Object({
  receivers: Type.Record(Type.String(), Type.Unknown()),
  exporters: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  service: Type.Object({
    pipelines: Type.Record(
      Type.String(),
      Type.Object({
        receivers: Type.Array(Type.String()),
        processors: Type.Array(Type.String()),
        exporters: Type.Array(Type.String()),
      }),
    ),
  }),
});
const FileLog = Type.Object({ include: Type.Array(Type.String()) });

const configurationOf = (manifests: readonly Manifest[], component: string) =>
  Parse(
    Configuration,
    parse(only(manifests, 'ConfigMap', `faultline-${component}`).data?.['config.yaml'] ?? ''),
  );

const apiKey = { valueFrom: { secretKeyRef: { name: 'backend', key: 'api-key' } } };
const telemetry = {
  otlpEndpoint: 'https://otlp.example.com/base/',
  headers: { 'api-key': apiKey, 'x-scope': 'a b' },
};
const enabled = { telemetry, collector: { enabled: true } };

describe.skipIf(why)(`the collector${why ? ` (skipped: ${why})` : ''}`, () => {
  it('is not installed by default', () => {
    const its = render().filter(({ metadata }) => /-(collector|store-logs)$/.test(metadata.name));
    expect(its).toEqual([]);
  });

  it('receives what services send, and is alone in holding the credentials', () => {
    const manifests = render({ values: enabled });
    for (const name of serviceNames) {
      const variables = variablesOf(manifests, 'Deployment', `faultline-${name}`);
      expect(variables.get('OTEL_EXPORTER_OTLP_ENDPOINT')?.value).toBe(
        'http://faultline-collector:4318',
      );
      expect(variables.has('OTEL_EXPORTER_OTLP_HEADERS')).toBe(false);
    }
    const holding = manifests.filter(({ spec }) =>
      JSON.stringify(spec ?? {}).includes('"name":"backend"'),
    );
    expect(holding.map(({ metadata }) => metadata.name)).toEqual(['faultline-collector']);
  });

  it('sends each signal to its complete URL, with the headers', () => {
    const { exporters } = configurationOf(render({ values: enabled }), 'collector');
    expect(exporters).toEqual({
      otlp_http: {
        traces_endpoint: 'https://otlp.example.com/base/v1/traces',
        logs_endpoint: 'https://otlp.example.com/base/v1/logs',
        headers: {
          'api-key': expect.stringMatching(/^.\{env:OTLP_HEADER_API_KEY\}$/),
          'x-scope': 'a b',
        },
      },
    });
  });

  it('sends to the console of the release if no backend is named', () => {
    const values = { console: { enabled: true }, collector: { enabled: true } };
    const { exporters } = configurationOf(render({ values }), 'collector');
    expect(exporters.otlp_http).toEqual({
      traces_endpoint: 'http://faultline-console:4318/v1/traces',
      logs_endpoint: 'http://faultline-console:4318/v1/logs',
    });
  });

  it('scrapes every pod of every service on demand, as sums since the start or since the last time', () => {
    const collector = { enabled: true, metrics: { enabled: true, temporality: 'delta' } };
    const manifests = render({ values: { telemetry, collector } });
    const { receivers, service, exporters } = configurationOf(manifests, 'collector');
    const scraped = JSON.stringify(receivers.prometheus);
    for (const name of serviceNames) {
      expect(scraped).toContain(`"faultline-${name}-pods"`);
      expect(only(manifests, 'Service', `faultline-${name}-pods`).spec.clusterIP).toBe('None');
    }
    expect(exporters.otlp_http?.metrics_endpoint).toBe('https://otlp.example.com/base/v1/metrics');
    expect(service.pipelines.metrics?.processors).toContain('cumulativetodelta');
    const others = configurationOf(render({ values: enabled }), 'collector').service.pipelines;
    expect(Object.keys(others).sort()).toEqual(['logs', 'traces']);
  });

  it('starts no second pod while it is changed, because each would send every metric', () => {
    const { spec } = only(render({ values: enabled }), 'Deployment', 'faultline-collector');
    expect(spec).toMatchObject({
      replicas: 1,
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    });
  });

  it('takes settings of the user', () => {
    const config = {
      processors: { tail_sampling: { policies: [] } },
      service: { pipelines: { traces: { processors: ['tail_sampling', 'batch'] } } },
    };
    const values = { telemetry, collector: { enabled: true, config } };
    const { service } = configurationOf(render({ values }), 'collector');
    expect(service.pipelines.traces).toEqual({
      receivers: ['otlp'],
      processors: ['tail_sampling', 'batch'],
      exporters: ['otlp_http'],
    });
  });

  it('restarts when its configuration changes', () => {
    const checksum = (values: object) =>
      onlyPod(render({ values }), 'Deployment', 'faultline-collector').metadata.annotations?.[
        'checksum/config'
      ];
    expect(checksum(enabled)).not.toBe(
      checksum({ ...enabled, telemetry: { ...telemetry, otlpEndpoint: 'https://other' } }),
    );
  });
});

describe.skipIf(why)(`the logs of stores${why ? ` (skipped: ${why})` : ''}`, () => {
  const filesOf = (values: object) => {
    const { receivers } = configurationOf(render({ namespace: 'demo', values }), 'store-logs');
    return Object.fromEntries(
      Object.entries(receivers).map(([name, receiver]) => [name, Parse(FileLog, receiver).include]),
    );
  };

  it("are read from the files of this release's stores alone", () => {
    const files = filesOf(enabled);
    expect(Object.keys(files).sort()).toEqual(storeNames.map((name) => `file_log/${name}`).sort());
    expect(files['file_log/cart-data']).toEqual([
      '/var/log/pods/demo_faultline-cart-data-0_*/redis/*.log',
    ]);
    expect(files['file_log/product-data']).toEqual([
      '/var/log/pods/demo_faultline-product-data-0_*/postgresql/*.log',
    ]);
  });

  it('are not read of stores that run elsewhere', () => {
    const stores = { 'product-data': { external: true, existingSecret: 'product' } };
    const files = filesOf({ ...enabled, stores });
    expect(files).not.toHaveProperty('file_log/product-data');
    expect(Object.keys(files)).toHaveLength(storeNames.length - 1);
  });

  it('are all that its pods may read of the node, and they may not write', () => {
    const pod = onlyPod(render({ values: enabled }), 'DaemonSet', 'faultline-store-logs');
    const ofNode = pod.spec.volumes?.filter((volume) => 'hostPath' in volume);
    expect(ofNode).toEqual([
      { name: 'pod-logs', hostPath: { path: '/var/log/pods', type: 'Directory' } },
    ]);
    const [container] = containersOf(pod);
    expect(container?.volumeMounts).toContainEqual({
      name: 'pod-logs',
      mountPath: '/var/log/pods',
      readOnly: true,
    });
    // The files belong to root and its group.
    expect(pod.spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 0,
    });
    expect(pod.spec.automountServiceAccountToken).toBe(false);
  });

  it('are left alone if the namespace allows no directory of the node', () => {
    const collector = { enabled: true, storeLogs: { enabled: false } };
    const kinds = render({ values: { telemetry, collector } }).map(({ kind }) => kind);
    expect(kinds).not.toContain('DaemonSet');
  });
});
