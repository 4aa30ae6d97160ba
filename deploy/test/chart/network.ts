import type { Manifest } from './render';

type Labels = Readonly<Record<string, string>>;

interface Selector {
  matchLabels?: Labels;
  matchExpressions?: { key: string; operator: 'Exists' }[];
}

interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
}

interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { protocol: string; port: number }[];
}

/** A pod as a network sees it. */
export interface Pod {
  name: string;
  namespace: string;
  labels: Labels;
}

export const componentOf = (labels: Labels): string => labels['app.kubernetes.io/component'] ?? '';

/** The pods of all workloads, those that the k6 operator makes of a TestRun included. */
export const podsOf = (manifests: readonly Manifest[]): Pod[] =>
  manifests.flatMap(({ kind, metadata, spec }) => {
    const { template, jobTemplate, runner } = Object(spec);
    const pod = kind === 'Pod' ? { metadata } : (template ?? jobTemplate?.spec.template ?? runner);
    const name = `${kind} ${metadata.name}`;
    return pod ? [{ name, namespace: 'default', labels: pod.metadata.labels }] : [];
  });

const selects = ({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
  matchExpressions.every(({ key }) => key in labels);

const isPeer = ({ podSelector, namespaceSelector }: Peer, pod: Pod): boolean =>
  (namespaceSelector
    ? selects(namespaceSelector, { 'kubernetes.io/metadata.name': pod.namespace })
    : pod.namespace === 'default') && selects(podSelector ?? {}, pod.labels);

/** No peers are all peers, no ports all ports. */
const admits = ({ from, to, ports }: Rule, pod: Pod, port: number): boolean => {
  const peers = from ?? to;
  return (
    (ports?.some((each) => each.port === port && each.protocol === 'TCP') ?? true) &&
    (peers?.some((peer) => isPeer(peer, pod)) ?? true)
  );
};

/** The policies that hold a pod. */
export const policiesOf = (manifests: readonly Manifest[], pod: Pod): Manifest[] =>
  manifests.filter(
    ({ kind, spec }) =>
      kind === 'NetworkPolicy' &&
      pod.namespace === 'default' &&
      selects(Object(spec).podSelector, pod.labels),
  );

/** Whether the policies, as a network applies them, let a pod reach a TCP port of another one. */
export const reaches = (manifests: readonly Manifest[], from: Pod, to: Pod, port: number) => {
  const outwards = policiesOf(manifests, from);
  const inwards = policiesOf(manifests, to);
  const some = (policies: Manifest[], direction: 'egress' | 'ingress', peer: Pod): boolean =>
    policies.length === 0 ||
    policies.some(({ spec }) =>
      Object(spec)[direction].some((rule: Rule) => admits(rule, peer, port)),
    );
  return some(outwards, 'egress', to) && some(inwards, 'ingress', from);
};
