import { loadIntoKind } from './kind';
import { ClusterError, run } from './programs';

/**
 * Loads images of this machine's engine into the cluster of the current context, with the command in
 * CLUSTER_IMAGE_LOADER, whose arguments are the images' names, or with kind if it is a kind cluster.
 */
export const loadImages = async (
  images: readonly string[],
  loader = process.env.CLUSTER_IMAGE_LOADER,
): Promise<void> => {
  if (loader) {
    const [program = '', ...args] = loader.split(' ');
    await run(program, [...args, ...images]);
    return;
  }
  const context = (await run('kubectl', ['config', 'current-context'])).trim();
  if (!context.startsWith('kind-'))
    throw new ClusterError(
      `CLUSTER_IMAGE_LOADER is not set: which command hands images to the cluster ${context}?`,
    );
  await loadIntoKind(images, context.replace('kind-', ''));
};
