import { entry } from '@faultline/topology';
import { Type } from 'typebox';
import { parseImagesCommand } from '../images/arguments';
import { findImage, pull } from '../images/docker';
import { imageNames } from '../images/image';
import { makeImages } from '../images/make-images';
import { workspaceVersion } from '../images/version';
import { readJson } from '../read-json';
import { storeImages } from './chart-images';
import {
  createKindCluster,
  deleteKindCluster,
  kindClusterExists,
  kindContext,
  loadIntoKind,
  nodePort,
} from './kind';
import { ClusterError, missingPrograms, run } from './programs';

interface Setting {
  workspace: string;
  /** The shop's port on 127.0.0.1. */
  port: number;
  /** The network of image builds. */
  network: string | undefined;
}

const needed = async (programs: readonly string[]): Promise<void> => {
  const missing = await missingPrograms(programs);
  if (missing.length > 0)
    throw new ClusterError(
      `A local cluster needs ${missing.join(' and ')} on PATH (kind: https://kind.sigs.k8s.io, helm: https://helm.sh)`,
    );
};

const howTo = (port: number): string => `
The shop: http://127.0.0.1:${port}

Break it, look, and mend it:
  helm upgrade faultline deploy/helm/faultline --kube-context ${kindContext} --reset-then-reuse-values --force-conflicts --set faults.payment=true
  kubectl --context ${kindContext} logs deployment/faultline-payment --tail 5
  helm upgrade faultline deploy/helm/faultline --kube-context ${kindContext} --reset-then-reuse-values --force-conflicts --set faults.payment=false

Remove it all: npm run cluster:down`;

/** The shop's port in an existing cluster, which kind cannot change. */
const portAnnotation = 'faultline.dev/port';

const Annotated = Type.Object({
  metadata: Type.Object({ annotations: Type.Optional(Type.Record(Type.String(), Type.String())) }),
});

const checkPort = async (port: number): Promise<void> => {
  const printed = await run('kubectl', [
    ...['--context', kindContext, 'get', 'service', `faultline-${entry}`],
    ...['--ignore-not-found', '--output', 'json'],
  ]);
  if (printed === '') return;
  const { metadata } = readJson('kubectl get service', Annotated, printed);
  const there = metadata.annotations?.[portAnnotation];
  if (there && there !== String(port))
    throw new ClusterError(
      `--port: the shop of this cluster is at ${there}; npm run cluster:down removes it, to have it at ${port}`,
    );
};

/** Creates or updates a kind cluster with the shop of this workspace. */
export const createCluster = async ({ workspace, port, network }: Setting): Promise<void> => {
  await needed(['docker', 'kind', 'kubectl', 'helm']);
  const existed = await kindClusterExists();
  if (existed) await checkPort(port);
  const tag = workspaceVersion(workspace);
  const words = network === undefined ? [] : ['--network', network];
  await makeImages(parseImagesCommand(words), workspace);
  const stores = await storeImages(workspace);
  for (const image of stores) if (!(await findImage(image))) await pull(image);

  if (!existed) {
    console.log('Creating the cluster');
    await createKindCluster(port);
  }
  console.log('Loading the images into it');
  await loadIntoKind([...stores, ...imageNames.map((name) => `faultline/${name}:${tag}`)]);
  console.log('Installing the shop');
  await run('helm', [
    ...['upgrade', '--install', 'faultline', `${workspace}/deploy/helm/faultline`],
    ...['--kube-context', kindContext, '--reset-then-reuse-values'],
    ...['--set', 'web.type=NodePort', '--set', `web.nodePort=${nodePort}`],
    ...['--set-string', `web.annotations.${portAnnotation.replace('.', '\\.')}=${port}`],
    ...['--wait', '--timeout', '5m'],
  ]);
  if (existed) {
    // Restarts the pods, because images with the same tag may have changed.
    const context = ['--context', kindContext];
    const labels = ['--selector', 'app.kubernetes.io/instance=faultline'];
    await run('kubectl', [...context, 'rollout', 'restart', 'deployment', ...labels]);
    await run('kubectl', [...context, 'rollout', 'status', 'deployment', ...labels]);
  }
  console.log(howTo(port));
};

/** Removes the cluster and everything in it, if it exists. */
export const removeCluster = async (): Promise<void> => {
  await needed(['docker', 'kind']);
  if (!(await kindClusterExists())) {
    console.log('There is no cluster to remove');
    return;
  }
  await deleteKindCluster();
  console.log('The cluster is gone, with its data');
};
