import { resolve } from 'node:path';
import {
  ClusterError,
  findImage,
  imageNames,
  loadImages,
  makeImages,
  parseImagesCommand,
  pull,
  storeImages,
  tag,
} from '@faultline/deploy';
import { makeNextWebGateway } from '../src/cluster/next-web-gateway';
import { imageTag, nextTag } from '../src/cluster/release';

const workspace = resolve(__dirname, '../../..');

/** Brings the images as they are in this workspace, by two tags, and those of the stores into the cluster. */
export const setup = async (): Promise<void> => {
  if (!process.env.KUBECONFIG)
    throw new ClusterError(
      'KUBECONFIG is not set: which cluster? npm run cluster makes one (export KUBECONFIG=~/.kube/config)',
    );
  await makeImages(parseImagesCommand([]), workspace);
  const own = imageNames.map((name) => `faultline/${name}`);
  for (const image of own) {
    const [current, next] = [`${image}:${imageTag}`, `${image}:${nextTag}`];
    await (image === 'faultline/web-gateway' ? makeNextWebGateway : tag)(current, next);
  }
  const stores = await storeImages(workspace);
  for (const image of stores) if (!(await findImage(image))) await pull(image);
  await loadImages([
    ...stores,
    ...own.flatMap((image) => [`${image}:${imageTag}`, `${image}:${nextTag}`]),
  ]);
};
