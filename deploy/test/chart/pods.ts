import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { combinations, type Manifest, only } from './render';

const Texts = Type.Record(Type.String(), Type.String());
const Settings = Type.Record(Type.String(), Type.Unknown());

const Container = Type.Object({
  name: Type.String(),
  image: Type.String(),
  imagePullPolicy: Type.Optional(Type.String()),
  command: Type.Optional(Type.Array(Type.String())),
  args: Type.Optional(Type.Array(Type.String())),
  env: Type.Optional(
    Type.Array(
      Type.Object({
        name: Type.String(),
        value: Type.Optional(Type.String()),
        valueFrom: Type.Optional(Settings),
      }),
    ),
  ),
  envFrom: Type.Optional(Type.Array(Settings)),
  volumeMounts: Type.Optional(Type.Array(Settings)),
  resources: Type.Optional(Type.Record(Type.String(), Texts)),
  securityContext: Type.Optional(Settings),
  startupProbe: Type.Optional(Settings),
  livenessProbe: Type.Optional(Settings),
  readinessProbe: Type.Optional(Settings),
});
type Container = Static<typeof Container>;

/** A pod, or the template of one, as far as tests look at it. */
const Pod = Type.Object({
  metadata: Type.Object({
    labels: Texts,
    annotations: Type.Optional(Texts),
  }),
  spec: Type.Object({
    containers: Type.Array(Container),
    initContainers: Type.Optional(Type.Array(Container)),
    volumes: Type.Optional(Type.Array(Settings)),
    securityContext: Type.Optional(Settings),
    serviceAccountName: Type.Optional(Type.String()),
    automountServiceAccountToken: Type.Optional(Type.Boolean()),
    nodeSelector: Type.Optional(Texts),
  }),
});
export type Pod = Static<typeof Pod>;

/** The objects that make pods, and a TestRun, of which the k6 operator makes some. */
const Maker = Type.Object({
  template: Type.Optional(Pod),
  jobTemplate: Type.Optional(Type.Object({ spec: Type.Object({ template: Pod }) })),
  runner: Type.Optional(Type.Object({ metadata: Type.Object({ labels: Texts }) })),
});

const makers = /^(Deployment|Rollout|StatefulSet|DaemonSet|Job|CronJob)$/;

/** The pod of an object; undefined if it makes none. */
export const podOf = (manifest: Manifest): Pod | undefined => {
  if (manifest.kind === 'Pod') return Parse(Pod, manifest);
  if (!makers.test(manifest.kind)) return undefined;
  const { template, jobTemplate } = Parse(Maker, manifest.spec);
  return template ?? jobTemplate?.spec.template;
};

/** The labels of the pods that an object makes, or that the k6 operator makes of it. */
export const podLabelsOf = (manifest: Manifest): Pod['metadata']['labels'] | undefined =>
  manifest.kind === 'TestRun'
    ? Parse(Maker, manifest.spec).runner?.metadata.labels
    : podOf(manifest)?.metadata.labels;

interface NamedPod {
  kind: string;
  name: string;
  pod: Pod;
}

/** The pods that objects make. */
export const podsOf = (manifests: readonly Manifest[]): NamedPod[] =>
  manifests.flatMap((manifest) => {
    const pod = podOf(manifest);
    return pod ? [{ kind: manifest.kind, name: manifest.metadata.name, pod }] : [];
  });

/** Of the image that is all of an observability stack, less can be asked. */
export const isOurs = ({ name }: { name: string }): boolean => !name.endsWith('-lgtm');

export const containersOf = ({ spec }: Pod): Container[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
];

export const everything = { file: combinations.get('everything') ?? '' };

/** The pod of one of the objects. It has to be there. */
export const onlyPod = (manifests: readonly Manifest[], kind: string, name: string): Pod =>
  Parse(Pod, podOf(only(manifests, kind, name)));

/** The variables of an object's first container, by name. */
export const variablesOf = (manifests: readonly Manifest[], kind: string, name: string) => {
  const [container] = onlyPod(manifests, kind, name).spec.containers;
  return new Map(container?.env?.map((variable) => [variable.name, variable]));
};
