import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serviceNames, services, storeNames } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workspaceVersion } from '../../src/images/version';
import { containersOf, isOurs, onlyPod, podOf, podsOf } from './pods';
import { chart, combinations, missing, only, render } from './render';

const why = missing('helm');

const Monitors = Type.Tuple([
  Type.Object({
    spec: Type.Object({
      selector: Type.Object({ matchLabels: Type.Record(Type.String(), Type.String()) }),
    }),
  }),
]);
const Validation = Type.Object({ expression: Type.String() });
const Policies = Type.Tuple([
  Type.Object({ spec: Type.Object({ validations: Type.Tuple([Validation, Validation]) }) }),
]);

describe.skipIf(why)(`the chart${why ? ` (skipped: ${why})` : ''}`, () => {
  it.each([...combinations])('passes helm lint: %s', (_, file) => {
    const { status, stdout } = spawnSync('helm', ['lint', '--strict', chart, '-f', file], {
      encoding: 'utf8',
    });
    expect(status, stdout).toBe(0);
  });

  it('has the version of the workspace, which is also that of the images', () => {
    const { version, appVersion } = parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8'));
    const workspace = workspaceVersion(resolve(__dirname, '../../..'));
    expect({ version, appVersion }).toEqual({ version: workspace, appVersion: workspace });
  });

  it('has a workload, a Service and a ServiceAccount for every component of the topology', () => {
    const manifests = render();
    for (const name of serviceNames) only(manifests, 'Deployment', `faultline-${name}`);
    for (const name of storeNames) only(manifests, 'StatefulSet', `faultline-${name}`);
    for (const name of [...serviceNames, ...storeNames]) {
      only(manifests, 'Service', `faultline-${name}`);
      expect(only(manifests, 'ServiceAccount', `faultline-${name}`)).toMatchObject({
        automountServiceAccountToken: false,
      });
    }
  });

  it('passes the URLs of its dependencies to each service', () => {
    const manifests = render();
    for (const name of serviceNames) {
      const text = JSON.stringify(only(manifests, 'Deployment', `faultline-${name}`).spec);
      for (const dependency of services[name].calls)
        expect(text).toContain(
          `{"name":"${services[dependency].urlVariable}","value":"http://faultline-${dependency}:8080"}`,
        );
    }
  });

  it('sets the same labels on all objects, so that metrics of Kubernetes can be joined', () => {
    for (const { kind, metadata } of render())
      expect(metadata.labels, `${kind} ${metadata.name}`).toMatchObject({
        'app.kubernetes.io/name': 'faultline',
        'app.kubernetes.io/instance': 'faultline',
        'app.kubernetes.io/part-of': 'faultline',
        'app.kubernetes.io/managed-by': 'Helm',
        'app.kubernetes.io/component': expect.stringMatching(/./),
      });
  });

  it('leaves the number of pods to the autoscaler, and keeps one available while a node is drained', () => {
    const manifests = render({ file: combinations.get('production') ?? '' });
    for (const name of serviceNames) {
      expect(only(manifests, 'Deployment', `faultline-${name}`).spec).not.toHaveProperty(
        'replicas',
      );
      only(manifests, 'HorizontalPodAutoscaler', `faultline-${name}`);
      expect(only(manifests, 'PodDisruptionBudget', `faultline-${name}`).spec).toMatchObject({
        maxUnavailable: 1,
      });
    }
    expect(render().filter(({ kind }) => kind === 'PodDisruptionBudget')).toEqual([]);
  });

  it("scales by the CPU of the service's container, not of a sidecar", () => {
    const manifests = render({ set: ['serviceDefaults.autoscaling.enabled=true'] });
    for (const name of serviceNames) {
      const { spec } = only(manifests, 'HorizontalPodAutoscaler', `faultline-${name}`);
      const pod = onlyPod(manifests, 'Deployment', `faultline-${name}`);
      const containerResource = expect.objectContaining({ name: 'cpu', container: name });
      expect(spec.metrics).toEqual([{ type: 'ContainerResource', containerResource }]);
      expect(pod.spec.containers.map((container) => container.name)).toEqual([name]);
    }
  });

  it.each(
    [[], ['nameOverride=shop'], ['nameOverride=shop', 'fullnameOverride=the-shop']].map((set) => ({
      set,
    })),
  )('has its pods found by the PodMonitor: $set', ({ set }) => {
    const manifests = render({ set: ['telemetry.podMonitor.enabled=true', ...set] });
    const monitors = manifests.filter(({ kind }) => kind === 'PodMonitor');
    const [monitor] = Parse(Monitors, monitors);
    const deployments = manifests.filter(({ kind }) => kind === 'Deployment');
    expect(deployments).toHaveLength(serviceNames.length);
    for (const deployment of deployments)
      expect(podOf(deployment)?.metadata.labels).toMatchObject(monitor.spec.selector.matchLabels);
  });

  it('allows the hook to change only annotations of pods', () => {
    const policies = render().filter(({ kind }) => kind === 'ValidatingAdmissionPolicy');
    const [policy] = Parse(Policies, policies);
    const [, kept] = policy.spec.validations;
    const fields = [
      'spec',
      'metadata.?labels',
      'metadata.?ownerReferences',
      'metadata.?finalizers',
    ];
    expect(kept.expression.split(' && ')).toEqual(
      fields.map((field) => `object.${field} == oldObject.${field}`),
    );
  });

  it('gives its hooks enough time to be scheduled and to pull an image', () => {
    const [hook] = render().filter(({ metadata }) =>
      metadata.annotations?.['helm.sh/hook']?.startsWith('post-upgrade'),
    );
    // As long as helm itself waits.
    expect(hook?.spec.activeDeadlineSeconds).toBe(300);
  });

  it('uses existing Secrets and external stores', () => {
    const manifests = render({ file: combinations.get('external-stores') ?? '' });
    const made = manifests
      .filter(({ kind }) => kind === 'Secret')
      .map(({ metadata }) => metadata.name);
    expect(made).toEqual(['faultline-cart-data-replica']);
    const stores = manifests.filter(({ kind }) => kind === 'StatefulSet');
    expect(stores.map(({ metadata }) => metadata.name)).toEqual([
      'faultline-cart-data',
      'faultline-cart-data-replica',
    ]);
    const product = JSON.stringify(only(manifests, 'Deployment', 'faultline-product').spec);
    expect(product).toContain('"secretKeyRef":{"key":"url","name":"product-data"}');
  });

  it('has no password in a workload', () => {
    const manifests = render({ file: combinations.get('everything') ?? '' });
    const secrets = manifests.flatMap(({ kind, data }) =>
      kind === 'Secret' ? Object.values(data ?? {}) : [],
    );
    const others = JSON.stringify(manifests.filter(({ kind }) => kind !== 'Secret'));
    expect(secrets).toHaveLength(14);
    for (const secret of secrets)
      for (const text of [secret, Buffer.from(secret, 'base64').toString()])
        expect(others).not.toContain(text);
  });

  it('has a ServiceProfile with its routes for each service', () => {
    const manifests = render({ file: combinations.get('everything') ?? '' });
    for (const name of serviceNames) {
      const profile = only(
        manifests,
        'ServiceProfile',
        `faultline-${name}.default.svc.cluster.local`,
      );
      expect(profile.spec).toHaveProperty(['routes', '1']);
    }
  });
});

describe.skipIf(why).each([...combinations])(
  `every pod keeps to the rules${why ? ` (skipped: ${why})` : ''}: %s`,
  (_, file) => {
    const pods = why ? [] : podsOf(render({ file }));
    const containers = pods.flatMap(({ name, kind, pod }) =>
      containersOf(pod).map((container) => ({ name, kind, pod, container })),
    );

    it('of the pod security level restricted', () => {
      for (const { name, pod, container } of containers.filter(isOurs)) {
        expect(pod.spec.securityContext, name).toMatchObject({
          runAsNonRoot: true,
          seccompProfile: { type: 'RuntimeDefault' },
        });
        expect(container.securityContext, name).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        // It has a test of its own.
        if (name.endsWith('-store-logs')) continue;
        for (const volume of pod.spec.volumes ?? []) expect(volume).not.toHaveProperty('hostPath');
      }
    });

    it('of images: a version, and never the latest', () => {
      for (const { name, container } of containers) {
        expect(container.image, name).toMatch(/:[\w.-]+$/);
        expect(container.image, name).not.toMatch(/:latest$/);
        expect(container.imagePullPolicy, name).toBe('IfNotPresent');
      }
    });

    it('of resources: requests, and limits of both kinds', () => {
      for (const { name, container } of containers)
        for (const amounts of ['requests', 'limits'])
          expect(container.resources?.[amounts], `${name} ${amounts}`).toMatchObject({
            cpu: expect.anything(),
            memory: expect.anything(),
          });
    });

    it('of probes: those that run on have a startup, a liveness and a readiness probe', () => {
      for (const { name, kind, pod } of pods)
        if (/^(Deployment|StatefulSet|DaemonSet)$/.test(kind))
          for (const container of pod.spec.containers) {
            expect(container, name).toHaveProperty('livenessProbe');
            expect(container, name).toHaveProperty('readinessProbe');
            expect(container, name).toHaveProperty('startupProbe');
            // A store that is back is found within a second.
            if (kind === 'StatefulSet')
              expect(container.startupProbe, name).toMatchObject({ periodSeconds: 1 });
          }
    });

    it('of accounts: no token but for those that use the API', () => {
      const users = /-(touch-pods|api-gateway-(restore|take-over).*|lgtm)$/;
      for (const { name, pod } of pods)
        if (!users.test(name)) expect(pod.spec.automountServiceAccountToken, name).toBe(false);
    });
  },
);

const whyNot = why ?? missing('kubeconform');
const schemas = process.env.KUBECONFORM_SCHEMAS ?? 'default';
/** Kinds that come with an operator. */
const foreign =
  'PodMonitor,PrometheusRule,HTTPRoute,ServiceProfile,TestRun,Rollout,AnalysisTemplate';

describe.skipIf(whyNot)(`the schemas of Kubernetes${whyNot ? ` (skipped: ${whyNot})` : ''}`, () => {
  it.each([...combinations])('find nothing wrong: %s', (_, file) => {
    const input = render({ file })
      .map((manifest) => JSON.stringify(manifest))
      .join('\n---\n');
    const { status, stdout } = spawnSync(
      'kubeconform',
      ['-strict', '-skip', foreign, '-schema-location', schemas],
      { input, encoding: 'utf8' },
    );
    expect(status, stdout).toBe(0);
  });
});
