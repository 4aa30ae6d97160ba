import { durationSettings, type FaultKey, faultKeys, settingsSchema } from '@faultline/faults';
import { serviceNames, storeNames } from '@faultline/topology';
import { type TProperties, type TSchema, Type } from 'typebox';

/** All of it may be left out, and nothing else may be there: a misspelt value is an error. */
const values = (properties: TProperties) =>
  Type.Object(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)]),
    ),
    { additionalProperties: false },
  );

const named = (names: readonly string[], value: TSchema) =>
  values(Object.fromEntries(names.map((name) => [name, value])));

const Text = Type.String();
const Flag = Type.Boolean();
const Count = Type.Integer({ minimum: 0 });
const Port = Type.Integer({ minimum: 1, maximum: 65_535 });
const Texts = Type.Record(Text, Text);
/** Values of settings and variables, which YAML may have read as numbers. */
const Scalars = Type.Record(
  Text,
  Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
);
const oneOf = (...names: string[]) => Type.Enum(names);
/** Parts of Kubernetes objects, which its API checks. */
const Objects = Type.Array(Type.Object({}));
const Quantity = Type.Union([
  Type.String({ pattern: '^[0-9.]+(m|[kMGT]i?)?$' }),
  Type.Number({ minimum: 0 }),
]);
const Amounts = values({ cpu: Quantity, memory: Quantity });
const Resources = values({ requests: Amounts, limits: Amounts });
const Url = Type.String({ pattern: '^(https?://[^/\\s]+.*)?$' });
const Image = Type.String({ pattern: '^[^\\s:]+(:[0-9]+/[^\\s:]+)?:[\\w.-]+$' });
const Tag = Type.String({ pattern: '^[\\w.-]{0,128}$' });
const ScrapeInterval = Type.String({ pattern: '^[1-9][0-9]*(s|m)$' });
const DurationText = Type.String({ pattern: '^[0-9]+(ms|s|m|h)$' });

const Service = values({
  replicas: Count,
  tag: Tag,
  resources: Resources,
  autoscaling: values({
    enabled: Flag,
    minReplicas: Type.Integer({ minimum: 1 }),
    maxReplicas: Type.Integer({ minimum: 1 }),
    targetCPUUtilizationPercentage: Type.Integer({ minimum: 1, maximum: 1000 }),
  }),
  env: Scalars,
  podAnnotations: Texts,
  podLabels: Texts,
  nodeSelector: Texts,
  tolerations: Objects,
  drainSeconds: Type.Integer({ minimum: 0, maximum: 300 }),
});

const Store = values({
  existingSecret: Text,
  external: Flag,
  persistence: Flag,
  size: Type.String({ pattern: '^[0-9]+[KMGT]i$' }),
  storageClassName: Text,
  nodeSelector: Texts,
  tolerations: Objects,
});

const Server = values({ image: Image, resources: Resources, settings: Scalars });

const switchOf = (key: FaultKey): TSchema =>
  'rate' in settingsSchema(key).properties
    ? Type.Union([
        Flag,
        Type.String({ pattern: '^(100|[0-9]{1,2}(\\.[0-9])?)%$', description: 'Such as 25%' }),
      ])
    : Flag;

const settingsOf = (key: FaultKey): TSchema => {
  const { properties } = settingsSchema(key);
  return values(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        durationSettings.has(name) ? Type.Union([schema, DurationText]) : schema,
      ]),
    ),
  );
};

const eachFault = (schemaOf: (key: FaultKey) => TSchema) =>
  values(Object.fromEntries(faultKeys.map((key) => [key, schemaOf(key)])));

const Values = values({
  global: Type.Object({}),
  image: values({
    repository: Type.String({ minLength: 1 }),
    tag: Tag,
    pullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
    pullSecrets: Type.Array(Text),
  }),
  environment: Type.String({ minLength: 1 }),
  logLevel: oneOf('info', 'error'),
  serviceDefaults: Service,
  services: named(serviceNames, Service),
  web: values({
    type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer'),
    port: Port,
    nodePort: Type.Union([Port, Type.Null()]),
    annotations: Texts,
  }),
  ingress: values({
    enabled: Flag,
    className: Text,
    host: Type.String({ minLength: 1 }),
    annotations: Texts,
    tlsSecret: Text,
  }),
  httpRoute: values({ enabled: Flag, parentRefs: Objects, hostnames: Type.Array(Text) }),
  payment: values({ providerUrl: Url, existingSecret: Text }),
  storeDefaults: Store,
  postgresql: Server,
  redis: Server,
  stores: named(storeNames, Store),
  telemetry: values({
    otlpEndpoint: Url,
    sampler: oneOf(
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ),
    samplerArgument: Text,
    pyroscopeUrl: Url,
    scrapeAnnotations: Flag,
    podMonitor: values({ enabled: Flag, interval: ScrapeInterval, labels: Texts }),
    prometheusRule: values({
      enabled: Flag,
      labels: Texts,
      scrapeInterval: Type.Union([ScrapeInterval, Type.Literal('')]),
    }),
  }),
  networkPolicy: values({
    enabled: Flag,
    webFrom: Objects,
    metricsFrom: Objects,
    telemetryTo: Objects,
  }),
  podDisruptionBudget: values({ enabled: Flag }),
  linkerd: values({ enabled: Flag, clusterDomain: Type.String({ minLength: 1 }) }),
  faults: eachFault(switchOf),
  faultSettings: eachFault(settingsOf),
  faultRefresh: values({ enabled: Flag, admissionPolicy: Flag }),
  load: values({
    enabled: Flag,
    schedule: Text,
    scenario: oneOf('baseline', 'spike', 'soak'),
    rate: Type.Number({ exclusiveMinimum: 0 }),
    duration: DurationText,
    env: Scalars,
    testRun: values({ enabled: Flag, parallelism: Type.Integer({ minimum: 1 }) }),
    remoteWriteUrl: Url,
    resources: Resources,
  }),
  observability: values({
    lgtm: values({ enabled: Flag, image: Image, resources: Resources }),
  }),
});

/** values.schema.json of the chart. */
export const renderValuesSchema = (): string => {
  const schema = JSON.parse(JSON.stringify(Values));
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, undefined, 2)}\n`;
};
