import { BlockList } from 'node:net';
import { networkInterfaces } from 'node:os';
import { run } from '@faultline/deploy';
import { readMetrics, type Sample } from '@faultline/evidence';
import type { ServiceName } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { Pod, type Release } from './release';

const Pods = Type.Object({ items: Type.Array(Pod) });

/** One that is not ready has metrics, too. */
const isThere = ({ metadata, status }: Pod): boolean =>
  status.phase === 'Running' && metadata.deletionTimestamp === undefined;

/** Reads the metrics of a service's pod through the API of the cluster. */
export const podMetrics = (api: string, { namespace }: Release) => {
  const pods = `${api}/api/v1/namespaces/${namespace}/pods`;
  return async (service: ServiceName): Promise<Sample[]> => {
    const selector = encodeURIComponent(`app.kubernetes.io/component=${service}`);
    const response = await fetch(`${pods}?labelSelector=${selector}`);
    const { items } = Parse(Pods, await response.json());
    const pod = items.find(isThere);
    if (!pod) throw new Error(`${service} has no pod`);
    return readMetrics(`${pods}/${pod.metadata.name}:9090/proxy`);
  };
};

/** The address of this machine that pods of the cluster can reach: the one in the network of its nodes. */
export const addressForPods = async (): Promise<string> => {
  const node = await run('kubectl', [
    ...['get', 'nodes', '-o'],
    'jsonpath={.items[0].status.addresses[?(@.type=="InternalIP")].address}',
  ]);
  for (const address of Object.values(networkInterfaces()).flatMap((each) => each ?? [])) {
    if (address.family !== 'IPv4' || address.cidr === null) continue;
    const [network = '', prefix] = address.cidr.split('/');
    const subnet = new BlockList();
    subnet.addSubnet(network, Number(prefix));
    if (subnet.check(node)) return address.address;
  }
  throw new Error(`this machine has no address in the network of the node ${node}`);
};
