import { type Static, Type } from 'typebox';
import { readJson } from '../read-json';
import { type Component, componentNames, type ImageVersion } from './components';

const Kind = Type.Union([Type.Literal('Deployment'), Type.Literal('Rollout')]);
type Kind = Static<typeof Kind>;

/** A component as it runs in the cluster. */
export interface Running extends ImageVersion {
  component: Component;
  kind: Kind;
  /** The name of its Deployment or Rollout, which is also that of its Service. */
  workload: string;
  namespace: string;
  /** The commit of the chart that made it; nothing if it is not known. */
  chartRevision: string;
  replicas: number;
  /** Whether Argo Rollouts has rolled back what it should run, so that the version before serves. */
  isRefused: boolean;
}

const Text = Type.Record(Type.String(), Type.String());
const Workloads = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Kind,
      metadata: Type.Object({
        name: Type.String(),
        namespace: Type.String(),
        labels: Text,
        annotations: Type.Optional(Text),
      }),
      spec: Type.Object({
        replicas: Type.Optional(Type.Integer()),
        template: Type.Object({
          spec: Type.Object({
            containers: Type.Array(Type.Object({ name: Type.String(), image: Type.String() })),
          }),
        }),
      }),
      status: Type.Optional(Type.Object({ abort: Type.Optional(Type.Boolean()) })),
    }),
  ),
});

const versionOf = (image: string): Pick<ImageVersion, 'tag' | 'digest'> => {
  const [, tag = '', digest = ''] = /:([\w.-]+)(?:@(sha256:[0-9a-f]{64}))?$/.exec(image) ?? [];
  return { tag, digest };
};

/** The label of a canary's Deployment, which runs beside that of its service. */
export const track = 'faultline.dev/track';

/** What tells a release apart in telemetry: NAMESPACE/PREFIX, of whose prefix all names of workloads are made. */
export const installationOf = ([first]: readonly Running[]): string =>
  first ? `${first.namespace}/${first.workload.replace(`-${first.component}`, '')}` : '';

/** The components among the Deployments and Rollouts that kubectl has printed as JSON; those of canaries are left out. */
export const readRunning = (printed: string): readonly Running[] =>
  readJson('kubectl get deployments', Workloads, printed).items.flatMap(
    ({ kind, metadata, spec, status }) => {
      const { name: workload, namespace, labels, annotations = {} } = metadata;
      const named = labels['app.kubernetes.io/component'];
      const component = componentNames.find((name) => name === named);
      const container = spec.template.spec.containers.find(({ name }) => name === component);
      if (!component || !container || labels[track]) return [];
      return [
        {
          component,
          kind,
          workload,
          namespace,
          ...versionOf(container.image),
          revision: annotations['faultline.dev/revision'] ?? '',
          chartRevision: annotations['faultline.dev/chart-revision'] ?? '',
          replicas: spec.replicas ?? 1,
          isRefused: status?.abort ?? false,
        },
      ];
    },
  );
