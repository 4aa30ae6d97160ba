import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { parse, parseAllDocuments, stringify } from 'yaml';

const chart = resolve(__dirname, '../../../../deploy/helm/faultline');

/** The values for backends that docs/backends.md shows, by name. */
export const examples: ReadonlyMap<string, string> = new Map(
  readdirSync(join(chart, 'examples')).map((file) => [
    file.replace('.yaml', ''),
    join(chart, 'examples', file),
  ]),
);

const Variable = Type.Object({
  name: Type.String(),
  value: Type.Optional(Type.String()),
  valueFrom: Type.Optional(
    Type.Object({
      secretKeyRef: Type.Optional(Type.Object({ name: Type.String(), key: Type.String() })),
    }),
  ),
});
type Variable = Static<typeof Variable>;

const Pod = Type.Object({
  containers: Type.Tuple([Type.Object({ env: Type.Optional(Type.Array(Variable)) })]),
});
const Workload = Type.Object({ template: Type.Object({ spec: Pod }) });

const Manifest = Type.Object({
  kind: Type.String(),
  metadata: Type.Object({ name: Type.String() }),
  spec: Type.Optional(Type.Unknown()),
  data: Type.Optional(Type.Record(Type.String(), Type.String())),
});
type Manifest = Static<typeof Manifest>;

/** What the chart renders of a file of values and of values that override it, in the namespace `shop`. */
export const renderChart = (values: object, file?: string): Manifest[] => {
  const files = file === undefined ? ['-f', '-'] : ['-f', file, '-f', '-'];
  const { status, stdout, stderr, error } = spawnSync(
    'helm',
    ['template', 'faultline', chart, '--namespace', 'shop', ...files],
    { input: stringify(values), encoding: 'utf8', maxBuffer: 64e6 },
  );
  if (status !== 0) throw error ?? new Error(stderr);
  return parseAllDocuments(stdout)
    .map((document): unknown => document.toJS())
    .filter(Boolean)
    .map((manifest) => Parse(Manifest, manifest));
};

const only = (manifests: readonly Manifest[], kind: string, name: string): Manifest => {
  const found = manifests.find((each) => each.kind === kind && each.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
};

/** The content of a Secret's key; that of a key that is not given is nonsense. */
type Secrets = Readonly<Record<string, string>>;

const contentOf = ({ value, valueFrom }: Variable, secrets: Secrets): string => {
  const { name, key } = valueFrom?.secretKeyRef ?? {};
  return value ?? secrets[`${name}/${key}`] ?? 'some-pod';
};

/** The variables of an object's container as the kubelet sets them: `$(NAME)` is a variable before. */
export const environmentOf = (
  manifests: readonly Manifest[],
  kind: string,
  name: string,
  secrets: Secrets = {},
): Record<string, string> => {
  const [container] = Parse(Workload, only(manifests, kind, name).spec).template.spec.containers;
  const environment: Record<string, string> = {};
  for (const variable of container.env ?? [])
    environment[variable.name] = contentOf(variable, secrets).replaceAll(
      /\$\((\w+)\)/g,
      (reference, other: string) => environment[other] ?? reference,
    );
  return environment;
};

const Configuration = Type.Object({
  receivers: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  exporters: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  extensions: Type.Object({ health_check: Type.Object({ endpoint: Type.String() }) }),
  service: Type.Record(Type.String(), Type.Unknown()),
});

/** The configuration of the collector's pods of a component, with its text changed before it is read. */
export const collectorConfiguration = (
  manifests: readonly Manifest[],
  component: string,
  change: (text: string) => string = (text) => text,
) => {
  const text = only(manifests, 'ConfigMap', `faultline-${component}`).data?.['config.yaml'] ?? '';
  return Parse(
    Type.Intersect([Configuration, Type.Record(Type.String(), Type.Unknown())]),
    parse(change(text)),
  );
};
