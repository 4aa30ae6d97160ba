import { loadIntoKind } from './kind';
import { ClusterError, run } from './programs';

/**
 * Hands images of this machine's engine to the cluster of the current context: by the command that
 * CLUSTER_IMAGE_LOADER names, which gets the images' names, or by kind where the cluster is one of its own.
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
