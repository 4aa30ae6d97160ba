import { externals, serviceNames, services, storeNames } from '@faultline/topology';
import { type TSchema, Type } from 'typebox';
import * as faults from './fault-schema';
import { values } from './optional-values';
import {
  annotations,
  Count,
  Digest,
  DurationText,
  Flag,
  Image,
  labels,
  mapOf,
  NamePart,
  ObjectName,
  oneOf,
  orNull,
  Part,
  Parts,
  Port,
  Reference,
  Revision,
  resources,
  ScrapeInterval,
  SecretKey,
  Settings,
  StorageSize,
  Tag,
  Text,
  Url,
  ValueFrom,
  VariableSources,
  VolumeMounts,
  Volumes,
  variables,
} from './value-types';

const named = (names: readonly string[], value: TSchema) =>
  values(Object.fromEntries(names.map((name) => [name, value])));

/** Shared definitions of the schema. */
const shared = (name: 'labels' | 'annotations' | 'resources' | 'service' | 'store' | 'variables') =>
  Type.Ref(`#/$defs/${name}`);
const Labels = shared('labels');
const Annotations = shared('annotations');
const Resources = shared('resources');

const Toleration = values({
  key: Text,
  operator: oneOf('Exists', 'Equal'),
  value: Text,
  effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
  tolerationSeconds: Type.Integer(),
});
const Spread = Type.Object({
  maxSkew: Type.Integer({ minimum: 1 }),
  topologyKey: Type.String({ minLength: 1 }),
  whenUnsatisfiable: oneOf('DoNotSchedule', 'ScheduleAnyway'),
});

const pod = {
  env: shared('variables'),
  envFrom: VariableSources,
  podAnnotations: Annotations,
  podLabels: Labels,
  nodeSelector: Labels,
  tolerations: Type.Array(Toleration),
  affinity: values({ nodeAffinity: Part, podAffinity: Part, podAntiAffinity: Part }),
  topologySpreadConstraints: Type.Array(Spread),
  priorityClassName: ObjectName,
  podSecurityContext: Part,
  securityContext: Part,
  extraVolumes: Volumes,
  extraVolumeMounts: VolumeMounts,
  serviceAccount: values({ create: Flag, name: ObjectName, annotations: Annotations }),
};
const ofServices = { serviceAnnotations: Annotations, serviceLabels: Labels };

const Weights = Type.Array(Type.Integer({ minimum: 1, maximum: 99 }), { minItems: 1 });
const Deadline = Type.Integer({ minimum: 10, maximum: 3600 });
const Pods = Type.Integer({ minimum: 1 });
const rollout = { enabled: Flag, weights: Weights };

const service = values({
  ...pod,
  ...ofServices,
  replicas: Count,
  tag: Tag,
  digest: Digest,
  revision: Revision,
  resources: Resources,
  autoscaling: values({
    enabled: Flag,
    minReplicas: Pods,
    maxReplicas: Pods,
    targetCPUUtilizationPercentage: Type.Integer({ minimum: 1, maximum: 1000 }),
  }),
  rollout: values(rollout),
  canary: values({ tag: Tag, digest: Digest, revision: Revision, replicas: Pods }),
  databasePoolSize: orNull(Type.Integer({ minimum: 1, maximum: 1000 })),
  drainSeconds: Type.Integer({ minimum: 0, maximum: 300 }),
});

const store = values({
  ...pod,
  ...ofServices,
  existingSecret: ObjectName,
  external: Flag,
  persistence: Flag,
  size: StorageSize,
  storageClassName: ObjectName,
});

/** The values under a service's name: URLs of external systems, and secrets. */
const ofSingleServices = Object.fromEntries(
  serviceNames
    .map((name): [string, Record<string, TSchema>] => {
      const { secrets = [] } = services[name];
      const addresses = services[name].externals.map((each) => [externals[each].chartValue, Url]);
      return [
        name,
        {
          ...Object.fromEntries(addresses),
          ...(secrets.length > 0 && { existingSecret: ObjectName }),
        },
      ];
    })
    .filter(([, properties]) => Object.keys(properties).length > 0)
    .map(([name, properties]) => [name, values(properties)]),
);

const Server = values({ image: Image, resources: Resources, settings: Settings });

const Values = values({
  global: Part,
  /** The condition under which a parent chart includes this one. */
  enabled: Flag,
  nameOverride: NamePart,
  fullnameOverride: NamePart,
  commonLabels: Labels,
  podDefaults: values({ ...pod, ...ofServices }),
  fixedUserIds: Flag,
  ipFamilyPolicy: oneOf('', 'SingleStack', 'PreferDualStack', 'RequireDualStack'),
  ipFamilies: Type.Array(oneOf('IPv4', 'IPv6'), { maxItems: 2, uniqueItems: true }),
  image: values({
    repository: Type.String({ minLength: 1 }),
    tag: Tag,
    pullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
    pullSecrets: Type.Array(ObjectName),
  }),
  revision: Revision,
  environment: Type.String({ minLength: 1 }),
  logLevel: oneOf('info', 'error'),
  serviceDefaults: shared('service'),
  services: named(serviceNames, shared('service')),
  rollout: values({ ...rollout, prometheusUrl: Url, progressDeadlineSeconds: Deadline }),
  web: values({
    type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer'),
    port: Port,
    nodePort: orNull(Port),
    nodePortRange: Type.String({ pattern: '^[0-9]+-[0-9]+$' }),
    annotations: Annotations,
    externalTrafficPolicy: oneOf('', 'Cluster', 'Local'),
    loadBalancerClass: Text,
    loadBalancerSourceRanges: Type.Array(Type.String({ pattern: '^[0-9a-f.:]+/[0-9]+$' })),
    trustProxy: orNull(Text),
  }),
  ingress: values({
    enabled: Flag,
    className: Text,
    host: Type.String({ minLength: 1 }),
    annotations: Annotations,
    tlsSecret: ObjectName,
  }),
  httpRoute: values({
    enabled: Flag,
    parentRefs: Type.Array(Reference),
    hostnames: Type.Array(Text),
  }),
  ...ofSingleServices,
  storeDefaults: shared('store'),
  postgresql: Server,
  redis: Server,
  stores: named(storeNames, shared('store')),
  telemetry: values({
    otlpEndpoint: Url,
    tracesEndpoint: Url,
    logsEndpoint: Url,
    metricsEndpoint: Url,
    headers: mapOf('^[A-Za-z0-9-]+$', Type.Union([Type.String({ minLength: 1 }), ValueFrom])),
    sampler: oneOf(
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ),
    samplerArgument: Type.String({ pattern: '^((0?[.][0-9]+|[01]([.]0+)?))?$' }),
    pyroscopeUrl: Url,
    scrapeAnnotations: Flag,
    podMonitor: values({ enabled: Flag, interval: ScrapeInterval, labels: Labels }),
    prometheusRule: values({
      enabled: Flag,
      labels: Labels,
      scrapeInterval: Type.Union([ScrapeInterval, Type.Literal('')]),
    }),
    grafanaDashboards: values({ enabled: Flag, labels: Labels, annotations: Labels }),
  }),
  networkPolicy: values({
    enabled: Flag,
    webFrom: Parts,
    metricsFrom: Parts,
    telemetryTo: Parts,
    storesTo: Parts,
  }),
  podDisruptionBudget: values({ enabled: Flag }),
  linkerd: values({ enabled: Flag, clusterDomain: Type.String({ minLength: 1 }) }),
  faults: faults.Switches,
  faultSettings: faults.Settings,
  faultRefresh: values({ enabled: Flag, admissionPolicy: Flag }),
  faultJobs: values({ ...pod, resources: Resources }),
  load: values({
    ...pod,
    enabled: Flag,
    schedule: Text,
    scenario: oneOf('baseline', 'spike', 'soak'),
    rate: Type.Number({ exclusiveMinimum: 0 }),
    duration: DurationText,
    testRun: values({ enabled: Flag, parallelism: Pods }),
    remoteWriteUrl: Url,
    resources: Resources,
  }),
  console: values({
    ...pod,
    ...ofServices,
    enabled: Flag,
    tag: Tag,
    digest: Digest,
    revision: Revision,
    existingSecret: ObjectName,
    persistence: Flag,
    size: StorageSize,
    storageClassName: ObjectName,
    maxBytes: Type.Integer({ minimum: 1_000_000 }),
    retentionHours: Type.Number({ exclusiveMinimum: 0 }),
    stores: Flag,
    resources: Resources,
  }),
  collector: values({
    ...pod,
    ...ofServices,
    enabled: Flag,
    image: Image,
    resources: Resources,
    config: Part,
    metrics: values({
      enabled: Flag,
      interval: ScrapeInterval,
      temporality: oneOf('cumulative', 'delta'),
    }),
    storeLogs: values({ enabled: Flag, resources: Resources }),
  }),
  observability: values({
    lgtm: values({
      enabled: Flag,
      image: Image,
      resources: Resources,
      alertmanager: values({
        image: Image,
        slack: values({
          existingSecret: ObjectName,
          pagesKey: SecretKey,
          ticketsKey: SecretKey,
          consoleUrl: Url,
          grafanaUrl: Url,
        }),
        deadMansSwitch: values({ existingSecret: ObjectName, key: SecretKey }),
        resources: Resources,
      }),
    }),
  }),
});

/** values.schema.json of the chart. */
export const renderValuesSchema = (): string => {
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  const $defs = { labels, annotations, resources, variables, service, store };
  return `${JSON.stringify({ $schema, ...Values, $defs }, undefined, 2)}\n`;
};
