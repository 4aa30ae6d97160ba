import type { ContainerRuntimeClient } from 'testcontainers';

export const postgresImage = 'postgres:17-bookworm';

/**
 * Why a test cannot use containers of this image here, or undefined when it can: an engine has
 * to run, and the image to be there already, since a test should not wait for a download.
 */
export const containerObstacle = async (image: string): Promise<string | undefined> => {
  const runtime = await runtimeClient();
  if (!runtime) return 'no container engine runs';
  const { ImageName } = await import('testcontainers');
  if (!(await runtime.image.exists(ImageName.fromString(image)))) {
    return `the image ${image} is not on this machine`;
  }
  return undefined;
};

/**
 * Whether to use containers of an image. `STORES=containers` or `STORES=embedded` decides by
 * force; otherwise containers are used where they can be.
 */
export const useContainers = async (image: string): Promise<boolean> => {
  const forced = process.env.STORES;
  if (forced === 'embedded') return false;
  if (forced !== undefined && forced !== 'containers') {
    throw new Error(`STORES is ${forced}, and must be containers or embedded`);
  }
  const obstacle = await containerObstacle(image);
  if (obstacle && forced) throw new Error(`STORES=containers, but ${obstacle}`);
  if (!obstacle) await preferNoDownloads();
  return obstacle === undefined;
};

/** The running engine, or undefined. */
const runtimeClient = async (): Promise<ContainerRuntimeClient | undefined> => {
  const { getContainerRuntimeClient } = await import('testcontainers');
  // It rejects when it finds no engine.
  return getContainerRuntimeClient().catch(() => undefined);
};

/** Testcontainers' own helper is an image too: without it, containers are removed by `stop` alone. */
const preferNoDownloads = async (): Promise<void> => {
  if (process.env.TESTCONTAINERS_RYUK_DISABLED !== undefined) return;
  const runtime = await runtimeClient();
  const images = (await runtime?.container.dockerode.listImages()) ?? [];
  const helper = images.some(({ RepoTags }) =>
    RepoTags?.some((tag) => tag.startsWith('testcontainers/ryuk')),
  );
  if (!helper) process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
};
