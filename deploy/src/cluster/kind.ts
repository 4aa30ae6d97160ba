import { stringify } from 'yaml';
import { run } from './programs';

/** The node port of the shop. */
export const nodePort = 30080;

/** The cluster's name, and the context of kubectl that kind makes for it. */
const clusterName = 'faultline';
export const kindContext = `kind-${clusterName}`;

/** One node, with the shop's port mapped to a port of this machine. */
const configuration = (port: number): string =>
  stringify({
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    nodes: [
      {
        role: 'control-plane',
        extraPortMappings: [
          { containerPort: nodePort, hostPort: port, listenAddress: '127.0.0.1' },
        ],
      },
    ],
  });

export const kindClusterExists = async (): Promise<boolean> =>
  (await run('kind', ['get', 'clusters'])).split('\n').includes(clusterName);

/** Creates the cluster; the shop will be at a port of 127.0.0.1. */
export const createKindCluster = (port: number): Promise<string> =>
  run('kind', ['create', 'cluster', '--name', clusterName, '--config', '-', '--wait', '3m'], {
    input: configuration(port),
  });

export const deleteKindCluster = (): Promise<string> =>
  run('kind', ['delete', 'cluster', '--name', clusterName]);

/** Loads images of this machine's engine into the nodes of a cluster. */
export const loadIntoKind = (images: readonly string[], name = clusterName): Promise<string> =>
  run('kind', ['load', 'docker-image', '--name', name, ...images]);
