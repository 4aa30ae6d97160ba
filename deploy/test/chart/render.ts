import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

export const chart = resolve(__dirname, '../../helm/faultline');

/** Why tests of the chart cannot run here, if they cannot. */
export const missing = (program: string): string | undefined =>
  spawnSync(program, ['version']).error ? `${program} is not on PATH` : undefined;

const valuesIn = (directory: string): [string, string][] =>
  readdirSync(join(chart, directory)).map((file) => [
    file.replace('.yaml', ''),
    join(chart, directory, file),
  ]);

/** The values for backends that docs/backends.md shows, by name. */
export const backends: ReadonlyMap<string, string> = new Map(valuesIn('examples'));

/** The combinations of values that are tried, by name: all of ci/ and of examples/, and the one for production. */
export const combinations: ReadonlyMap<string, string> = new Map([
  ...valuesIn('ci'),
  ...backends,
  ['production', join(chart, 'values-production.yaml')],
]);

/** An object as the chart renders it, as far as tests look at it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    labels: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: Record<string, unknown>;
  data?: Record<string, string>;
  automountServiceAccountToken?: boolean;
}

export interface Render {
  /** What the release is called; faultline, if not given. */
  release?: string;
  namespace?: string;
  /** Another chart than ours: a directory. */
  directory?: string;
  /** APIs that the cluster has besides its own. */
  apis?: readonly string[];
  /** Values in a file, as `-f` takes it. */
  file?: string;
  /** Values, as if they stood in a file. */
  values?: object;
  /** As `--set` takes them. */
  set?: readonly string[];
}

/** What helm is called with, and what it reads. */
export const invocation = ({
  release = 'faultline',
  namespace = 'default',
  directory = chart,
  apis = [],
  file,
  values,
  set = [],
}: Render) => ({
  options: [
    release,
    directory,
    '--namespace',
    namespace,
    ...apis.flatMap((api) => ['--api-versions', api]),
    ...(file === undefined ? [] : ['-f', file]),
    ...(values === undefined ? [] : ['-f', '-']),
    ...set.flatMap((each) => ['--set', each]),
  ],
  input: values === undefined ? '' : stringify(values),
});

const helm = (command: readonly string[], render: Render) => {
  const { options, input } = invocation(render);
  return spawnSync('helm', [...command, ...options], { encoding: 'utf8', maxBuffer: 64e6, input });
};

/** The values that a function gave before, by its argument in JSON. */
const memoized = <Argument, Value>(make: (argument: Argument) => Value) => {
  const values = new Map<string, Value>();
  return (argument: Argument): Value => {
    const key = JSON.stringify(argument);
    const value = values.get(key) ?? make(argument);
    values.set(key, value);
    return value;
  };
};

/** Many tests look at the same rendering, which takes half a second of CPU time. */
const template = memoized((options: Render) => helm(['template'], options));

/** What helm prints for people after an install; throws what it says instead. */
export const notes = (options: Render = {}): string => {
  const { status, stdout, stderr } = helm(['install', '--dry-run=client'], options);
  if (status !== 0) throw new Error(stderr);
  return stdout.slice(stdout.indexOf('\nNOTES:\n'));
};

/** Values by which the chart makes no Secret, and with that nothing by chance. */
export const ownSecrets = {
  storeDefaults: { existingSecret: 'stores' },
  payment: { existingSecret: 'payment' },
  console: { existingSecret: 'console' },
};

export const manifestsIn = (stdout: string): Manifest[] =>
  parseAllDocuments(stdout, { prettyErrors: false })
    .map((document): Manifest => document.toJS())
    .filter(Boolean);

const renderedBy = ({ status, stdout, stderr }: ReturnType<typeof helm>): Manifest[] => {
  if (status !== 0) throw new Error(stderr);
  return manifestsIn(stdout);
};

/** What the chart renders, helm called anew; throws what helm says. */
export const renderAnew = (options: Render = {}): Manifest[] =>
  renderedBy(helm(['template'], options));

const rendered = memoized((options: Render) => renderedBy(template(options)));

/** What the chart renders, for the caller to change as it likes; throws what helm says. */
export const render = (options: Render = {}): Manifest[] => structuredClone(rendered(options));

/** What helm says of values that it refuses; undefined when it takes them. */
export const refusal = (options: Render): string | undefined => {
  const { status, stderr } = template(options);
  return status === 0 ? undefined : stderr;
};

/** The one object of a kind and a name. Throws when there is none. */
export const only = (manifests: readonly Manifest[], kind: string, name: string): Manifest => {
  const found = manifests.find((each) => each.kind === kind && each.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
};
