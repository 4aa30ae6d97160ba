import {
  type ServiceName,
  type StoreName,
  serviceNames,
  services,
  storeNames,
  stores,
} from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { type Manifest, missing, render } from './render';

const why = missing('helm');

type Box = ServiceName | StoreName | 'load';
const boxes: readonly Box[] = [...serviceNames, ...storeNames, 'load'];

interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { protocol: string; port: number }[];
}

interface Peer {
  podSelector?: { matchLabels: Record<string, string> };
}

const componentOf = (labels: Readonly<Record<string, string>> | undefined): string =>
  labels?.['app.kubernetes.io/component'] ?? '';

/** Whether a rule lets the pods of a box in or out on a port; no peers are all peers. */
const admits = ({ from, to, ports = [] }: Rule, box: Box, port: number): boolean => {
  const peers = from ?? to;
  return (
    ports.some((each) => each.port === port && each.protocol === 'TCP') &&
    (peers === undefined ||
      peers.some(({ podSelector }) => componentOf(podSelector?.matchLabels) === box))
  );
};

/** What the policies let through, as a network would apply them: `from → to:port`. */
const open = (manifests: readonly Manifest[]): string[] => {
  const policies = new Map(
    manifests
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map(({ spec }) => [componentOf(Object(spec).podSelector.matchLabels), Object(spec)]),
  );
  return boxes.flatMap((from) =>
    boxes.flatMap((to) =>
      [8080, 5432, 6379]
        .filter((port) => {
          const outwards: Rule[] = policies.get(from).egress;
          const inwards: Rule[] = policies.get(to).ingress;
          return (
            from !== to &&
            outwards.some((rule) => admits(rule, to, port)) &&
            inwards.some((rule) => admits(rule, from, port))
          );
        })
        .map((port) => `${from} → ${to}:${port}`),
    ),
  );
};

const portOf = (store: StoreName): number => (stores[store].engine === 'redis' ? 6379 : 5432);

/** What the topology draws. */
const arrows = [
  ...serviceNames.flatMap((name) => [
    ...services[name].calls.map((callee) => `${name} → ${callee}:8080`),
    ...services[name].stores.map((store) => `${name} → ${store}:${portOf(store)}`),
  ]),
  ...storeNames.flatMap((name) => {
    const primary = stores[name].replicaOf;
    return primary ? [`${name} → ${primary}:${portOf(name)}`] : [];
  }),
  'load → web-gateway:8080',
];

describe.skipIf(why)(`the network policies${why ? ` (skipped: ${why})` : ''}`, () => {
  it('let through exactly the arrows of the topology', () => {
    const manifests = render({ set: ['networkPolicy.enabled=true'] });
    expect(open(manifests).sort()).toEqual([...arrows].sort());
  });

  it('hold every pod of the release, in both directions', () => {
    for (const { kind, metadata, spec } of render({ set: ['networkPolicy.enabled=true'] }))
      if (kind === 'NetworkPolicy')
        expect(spec.policyTypes, metadata.name).toEqual(['Ingress', 'Egress']);
  });

  it('open the shop to whom the values name', () => {
    const from = [{ namespaceSelector: { matchLabels: { zone: 'edge' } } }];
    const [door] = render({
      values: { networkPolicy: { enabled: true, webFrom: from } },
    }).filter(
      ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'faultline-web-gateway',
    );
    expect(door?.spec.ingress).toContainEqual({ ports: [{ protocol: 'TCP', port: 8080 }], from });
  });
});
