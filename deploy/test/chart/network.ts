import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { podLabelsOf } from './pods';
import type { Manifest } from './render';

const Texts = Type.Record(Type.String(), Type.String());
type Labels = Readonly<Static<typeof Texts>>;

const Selector = Type.Object({
  matchLabels: Type.Optional(Texts),
  matchExpressions: Type.Optional(
    Type.Array(Type.Object({ key: Type.String(), operator: Type.Literal('Exists') })),
  ),
});
type Selector = Static<typeof Selector>;

const Peer = Type.Object({
  podSelector: Type.Optional(Selector),
  namespaceSelector: Type.Optional(Selector),
});
type Peer = Static<typeof Peer>;

const Rule = Type.Object({
  from: Type.Optional(Type.Array(Peer)),
  to: Type.Optional(Type.Array(Peer)),
  ports: Type.Optional(Type.Array(Type.Object({ protocol: Type.String(), port: Type.Number() }))),
});
type Rule = Static<typeof Rule>;

const Policy = Type.Object({
  podSelector: Selector,
  policyTypes: Type.Array(Type.String()),
  egress: Type.Optional(Type.Array(Rule)),
  ingress: Type.Optional(Type.Array(Rule)),
});
type Policy = Static<typeof Policy>;

/** A pod as a network sees it. */
export interface Pod {
  name: string;
  namespace: string;
  labels: Labels;
}

export const componentOf = (labels: Labels): string => labels['app.kubernetes.io/component'] ?? '';

/** The pods of all workloads, those that the k6 operator makes of a TestRun included. */
export const podsOf = (manifests: readonly Manifest[]): Pod[] =>
  manifests.flatMap((manifest) => {
    const labels = podLabelsOf(manifest);
    const name = `${manifest.kind} ${manifest.metadata.name}`;
    return labels ? [{ name, namespace: 'default', labels }] : [];
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

const policiesByManifests = new WeakMap<readonly Manifest[], readonly Policy[]>();

/** All policies; checked once for the many pairs of pods that tests ask about. */
const policiesIn = (manifests: readonly Manifest[]): readonly Policy[] => {
  const policies =
    policiesByManifests.get(manifests) ??
    manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => Parse(Policy, spec));
  policiesByManifests.set(manifests, policies);
  return policies;
};

/** The policies that hold a pod. */
export const policiesOf = (manifests: readonly Manifest[], pod: Pod): Policy[] =>
  pod.namespace === 'default'
    ? policiesIn(manifests).filter(({ podSelector }) => selects(podSelector, pod.labels))
    : [];

/** Whether the policies, as a network applies them, let a pod reach a TCP port of another one. */
export const reaches = (manifests: readonly Manifest[], from: Pod, to: Pod, port: number) => {
  const outwards = policiesOf(manifests, from);
  const inwards = policiesOf(manifests, to);
  const some = (policies: Policy[], direction: 'egress' | 'ingress', peer: Pod): boolean =>
    policies.length === 0 ||
    policies.some((policy) => policy[direction]?.some((rule) => admits(rule, peer, port)));
  return some(outwards, 'egress', to) && some(inwards, 'ingress', from);
};
