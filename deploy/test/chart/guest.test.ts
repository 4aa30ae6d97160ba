import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeNames } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  chart,
  combinations,
  type Manifest,
  missing,
  notes,
  only,
  ownSecrets,
  render,
} from './render';

const why = missing('helm');

interface Container {
  env: { name: string; value?: string; valueFrom?: object }[];
  envFrom?: object[];
  volumeMounts?: { name: string; mountPath: string }[];
  securityContext: Record<string, unknown>;
}

interface Pod {
  metadata: { labels: Record<string, string>; annotations: Record<string, string> };
  spec: {
    containers: Container[];
    initContainers?: Container[];
    volumes?: { name: string }[];
    securityContext: Record<string, unknown>;
    serviceAccountName: string;
    [key: string]: unknown;
  };
}

const podsOf = (manifests: readonly Manifest[]): { kind: string; name: string; pod: Pod }[] =>
  manifests.flatMap(({ kind, metadata, spec }) => {
    const { template, jobTemplate } = Object(spec);
    const pod = kind === 'Pod' ? { metadata, spec } : (template ?? jobTemplate?.spec.template);
    return pod && !metadata.name.endsWith('-lgtm') ? [{ kind, name: metadata.name, pod }] : [];
  });

const containersOf = ({ spec }: Pod): Container[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
];

const everything = { file: combinations.get('everything') ?? '' };

const variablesOf = (options: Parameters<typeof render>[0], kind: string, name: string) => {
  const { spec } = only(render(options), kind, name);
  const [container]: Container[] = Object(spec).template.spec.containers;
  return new Map(container?.env.map((variable) => [variable.name, variable]));
};

describe.skipIf(why)(`a cluster that gives out user ids${why ? ` (skipped: ${why})` : ''}`, () => {
  it.each([
    ['by a value', { ...everything, set: ['fixedUserIds=false'] }],
    ['by being OpenShift', { ...everything, apis: ['security.openshift.io/v1'] }],
  ])('is left to choose them, %s', (_, options) => {
    for (const { name, pod } of podsOf(render(options))) {
      expect(pod.spec.securityContext, name).toMatchObject({ runAsNonRoot: true });
      for (const id of ['runAsUser', 'runAsGroup', 'fsGroup'])
        expect(pod.spec.securityContext, name).not.toHaveProperty(id);
    }
  });

  it('may have any setting taken away by null, and added', () => {
    const podSecurityContext = { runAsUser: null, fsGroup: 1000650000, supplementalGroups: [5] };
    const values = { podDefaults: { podSecurityContext, securityContext: { privileged: false } } };
    for (const { name, pod } of podsOf(render({ ...everything, values }))) {
      expect(pod.spec.securityContext, name).not.toHaveProperty('runAsUser');
      expect(pod.spec.securityContext, name).toMatchObject({
        fsGroup: 1000650000,
        supplementalGroups: [5],
      });
      for (const { securityContext } of containersOf(pod))
        expect(securityContext, name).toMatchObject({ privileged: false });
    }
  });
});

describe.skipIf(why)(`variables${why ? ` (skipped: ${why})` : ''}`, () => {
  const valueFrom = { secretKeyRef: { name: 'collector', key: 'headers' } };

  it('come out of Secrets and ConfigMaps, in every pod', () => {
    const env = { OTEL_EXPORTER_OTLP_HEADERS: { valueFrom }, BIG: 1_000_000, ENABLED: true };
    const envFrom = [{ secretRef: { name: 'more' } }, { configMapRef: { name: 'other' } }];
    const pods = podsOf(render({ ...everything, values: { podDefaults: { env, envFrom } } }));
    for (const { name, pod } of pods)
      for (const container of containersOf(pod)) {
        expect(container.envFrom, name).toEqual(envFrom);
        expect(container.env, name).toContainEqual({
          name: 'OTEL_EXPORTER_OTLP_HEADERS',
          valueFrom,
        });
        expect(container.env, name).toContainEqual({ name: 'BIG', value: '1000000' });
        expect(container.env, name).toContainEqual({ name: 'ENABLED', value: 'true' });
      }
    expect(new Set(pods.map(({ kind }) => kind))).toEqual(
      new Set(['CronJob', 'Deployment', 'Job', 'Pod', 'StatefulSet']),
    );
  });

  it('of the user come last, and of one service before those of all', () => {
    const values = {
      podDefaults: { env: { LOG_LEVEL: 'error', A: 'all' } },
      serviceDefaults: { env: { A: 'services' } },
      services: { cart: { env: { A: 'cart' } } },
    };
    const cart = variablesOf({ values }, 'Deployment', 'faultline-cart');
    expect(cart.get('LOG_LEVEL')?.value).toBe('error');
    expect(cart.get('A')?.value).toBe('cart');
    const product = variablesOf({ values }, 'Deployment', 'faultline-product');
    expect(product.get('A')?.value).toBe('services');
  });

  it('are there once each', () => {
    for (const { name, pod } of podsOf(render(everything)))
      for (const { env } of containersOf(pod))
        expect(new Set(env.map((each) => each.name)).size, name).toBe(env.length);
  });

  it('and settings are whole numbers where they were', () => {
    const settings = { work_mem: 10_000_000 };
    const manifests = render({
      values: { postgresql: { settings }, redis: { settings: { maxmemory: 100_663_296 } } },
    });
    const text = JSON.stringify(manifests);
    expect(text).toContain('"work_mem=10000000"');
    expect(text).toContain('"--maxmemory","100663296"');
  });
});

describe.skipIf(why)(`pods in the cluster of others${why ? ` (skipped: ${why})` : ''}`, () => {
  const placement = {
    nodeSelector: { pool: 'demo' },
    tolerations: [{ key: 'demo', operator: 'Exists' }],
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } },
    topologySpreadConstraints: [
      { maxSkew: 2, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' },
    ],
    priorityClassName: 'low',
  };

  it('run where, and are as important as, the values say', () => {
    for (const { name, pod } of podsOf(
      render({ ...everything, values: { podDefaults: placement } }),
    )) {
      const { nodeSelector, ...others } = placement;
      expect(pod.spec, name).toMatchObject(others);
      expect(pod.spec.nodeSelector, name).toMatchObject(nodeSelector);
    }
  });

  it('carry the labels, annotations and volumes of others, and so do Services', () => {
    const volume = { name: 'ca', configMap: { name: 'company-ca' } };
    const mount = { name: 'ca', mountPath: '/etc/company' };
    const podDefaults = {
      podLabels: { team: 'shop' },
      podAnnotations: { 'example.com/cost': 'demo' },
      serviceLabels: { team: 'shop' },
      serviceAnnotations: { 'example.com/cost': 'demo' },
      extraVolumes: [volume],
      extraVolumeMounts: [mount],
    };
    const commonLabels = { 'example.com/owner': 'platform' };
    const values = { podDefaults, commonLabels };
    const manifests = render({ ...everything, values });
    for (const { name, pod } of podsOf(manifests)) {
      expect(pod.metadata.labels, name).toMatchObject({ 'example.com/owner': 'platform' });
      // The pod of `helm test` is itself the object.
      if (!name.endsWith('-smoke'))
        expect(pod.metadata.annotations, name).toMatchObject({ 'example.com/cost': 'demo' });
      expect(pod.metadata.labels, name).toMatchObject({ team: 'shop' });
      expect(pod.spec.volumes, name).toContainEqual(volume);
      for (const { volumeMounts } of containersOf(pod))
        expect(volumeMounts, name).toContainEqual(mount);
    }
    for (const { kind, metadata } of manifests) {
      expect(metadata.labels, `${kind} ${metadata.name}`).toMatchObject(commonLabels);
      if (kind === 'Service' && !metadata.name.endsWith('-lgtm')) {
        expect(metadata.labels).toMatchObject({ team: 'shop' });
        expect(metadata.annotations).toMatchObject({ 'example.com/cost': 'demo' });
      }
    }
  });

  it('use an account that is there already', () => {
    const serviceAccount = { create: false, name: 'shop' };
    const manifests = render({ ...everything, values: { podDefaults: { serviceAccount } } });
    const accounts = manifests.filter(({ kind }) => kind === 'ServiceAccount');
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(['faultline-lgtm']);
    for (const { pod } of podsOf(manifests)) expect(pod.spec.serviceAccountName).toBe('shop');
    const binding = Object(only(manifests, 'RoleBinding', 'faultline-faults'));
    expect(binding.subjects[0].name).toBe('shop');
  });

  it('share one that is made once', () => {
    const values = { podDefaults: { serviceAccount: { name: 'shop' } } };
    const accounts = render({ values }).filter(({ kind }) => kind === 'ServiceAccount');
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(['shop']);
  });

  it('are found by addresses of both kinds, or of IPv6 only', () => {
    const values = { ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] };
    for (const { kind, spec } of render({ ...everything, values }))
      if (kind === 'Service') expect(spec).toMatchObject(values);
  });

  it('have metrics and profiles for nobody where nobody is named', () => {
    const values = { networkPolicy: { enabled: true, metricsFrom: [] } };
    const policies = render({ values }).filter(({ kind }) => kind === 'NetworkPolicy');
    expect(JSON.stringify(policies)).not.toContain('9090');
  });
});

describe.skipIf(why)(`the address of a client${why ? ` (skipped: ${why})` : ''}`, () => {
  const trusted = (set: string[]) =>
    variablesOf({ set }, 'Deployment', 'faultline-web-gateway').get('TRUST_PROXY')?.value;

  it.each([
    [[], 'loopback,linklocal,uniquelocal'],
    [['web.type=NodePort'], undefined],
    [['web.type=LoadBalancer'], undefined],
    [['web.type=LoadBalancer', 'ingress.enabled=true'], 'loopback,linklocal,uniquelocal'],
    [['web.type=NodePort', 'load.enabled=true'], 'loopback,linklocal,uniquelocal'],
    [['web.type=NodePort', 'load.testRun.enabled=true'], 'loopback,linklocal,uniquelocal'],
    [['web.trustProxy=10.0.0.0/8'], '10.0.0.0/8'],
    [['web.trustProxy='], undefined],
  ])('is believed of no more proxies than there are: %j', (set, expected) => {
    expect(trusted(set)).toBe(expected);
  });
});

describe.skipIf(why)(`being a part of another chart${why ? ` (skipped: ${why})` : ''}`, () => {
  let parent: string;

  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'faultline-parent-'));
    cpSync(chart, join(parent, 'charts/faultline'), { recursive: true });
    const dependency = { name: 'faultline', version: '*' };
    const dependencies = [
      { ...dependency, condition: 'faultline.enabled' },
      { ...dependency, alias: 'second', condition: 'second.enabled' },
    ];
    writeFileSync(
      join(parent, 'Chart.yaml'),
      stringify({ apiVersion: 'v2', name: 'umbrella', version: '1.0.0', dependencies }),
    );
    writeFileSync(
      join(parent, 'values.yaml'),
      stringify({
        global: { imageRegistry: 'registry.example.com' },
        faultline: { enabled: true, faults: { payment: '25%' } },
        second: { enabled: true, ...ownSecrets },
      }),
    );
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it('renders all of it, twice under two names that share no pod', () => {
    const manifests = render({ release: 'faultline', directory: parent });
    const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['faultline-faultline', 'faultline-second']) {
      only(manifests, 'Deployment', `${name}-cart`);
      const { spec } = only(manifests, 'Service', `${name}-cart`);
      expect(Object(spec).selector['app.kubernetes.io/name']).toBe(name.replace('faultline-', ''));
      for (const store of storeNames) only(manifests, 'StatefulSet', `${name}-${store}`);
    }
  });

  it('may be left out', () => {
    const manifests = render({ directory: parent, set: ['second.enabled=false'] });
    expect(manifests.some(({ metadata }) => metadata.name.includes('second'))).toBe(false);
  });
});

describe.skipIf(why)(`what helm says after an install${why ? ` (skipped: ${why})` : ''}`, () => {
  it.each([
    [[], /port-forward service\/faultline-web-gateway 8080:8080/],
    [['web.type=NodePort', 'web.nodePort=30080'], /get nodes .*:30080"/],
    [['web.type=NodePort'], /get nodes .*spec\.ports\[0\]\.nodePort/],
    [['web.type=LoadBalancer', 'web.port=80'], /get service faultline-web-gateway --watch/],
    [
      ['ingress.enabled=true', 'ingress.host=shop.acme.org', 'ingress.tlsSecret=tls'],
      /https:\/\/shop\.acme\.org\n/,
    ],
    [
      [
        'httpRoute.enabled=true',
        'httpRoute.parentRefs[0].name=edge',
        'httpRoute.hostnames={a.org}',
      ],
      /a\.org, by the gateway edge/,
    ],
    [
      ['faults.badRelease=true', 'faultSettings.badRelease.version=9.9.9'],
      /breaks nothing yet: it is for version 9\.9\.9 only, and product has version/,
    ],
  ])('fits the values: %j', (set, expected) => {
    const said = notes({ set });
    expect(said).toMatch(expected);
    if (
      !String(expected).includes('port-forward') &&
      !set.some((each) => each.includes('badRelease'))
    )
      expect(said).not.toContain('port-forward service/faultline-web-gateway');
  });
});
