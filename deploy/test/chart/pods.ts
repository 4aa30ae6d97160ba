import { combinations, type Manifest, only, render } from './render';

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

/** The pods that objects make, but that of Grafana's image. */
export const podsOf = (
  manifests: readonly Manifest[],
): { kind: string; name: string; pod: Pod }[] =>
  manifests.flatMap(({ kind, metadata, spec }) => {
    const { template, jobTemplate } = Object(spec);
    const pod = kind === 'Pod' ? { metadata, spec } : (template ?? jobTemplate?.spec.template);
    return pod && !metadata.name.endsWith('-lgtm') ? [{ kind, name: metadata.name, pod }] : [];
  });

export const containersOf = ({ spec }: Pod): Container[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
];

export const everything = { file: combinations.get('everything') ?? '' };

/** The variables of an object's first container, by name. */
export const variablesOf = (options: Parameters<typeof render>[0], kind: string, name: string) => {
  const { spec } = only(render(options), kind, name);
  const [container]: Container[] = Object(spec).template.spec.containers;
  return new Map(container?.env.map((variable) => [variable.name, variable]));
};
