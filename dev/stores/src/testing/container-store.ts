import type { GenericContainer } from 'testcontainers';
import { freePort } from '../ports';
import type { Store } from '../store';

/**
 * Starts a container as a store on a port of this machine, which stays the same over a restart.
 * `afterStart` runs once, when the container is ready.
 */
export const containerStore = async (
  container: GenericContainer,
  innerPort: number,
  url: (port: number) => string,
  afterStart: (port: number) => Promise<void> = async () => {},
): Promise<Store> => {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const port = await freePort();
  const started = await container.withExposedPorts({ container: innerPort, host: port }).start();
  const handle = (await getContainerRuntimeClient()).container.getById(started.getId());
  try {
    await afterStart(port);
  } catch (error) {
    await started.stop();
    throw error;
  }
  return {
    url: url(port),
    port,
    stop: async () => void (await started.stop()),
    restart: () => started.restart(),
    pause: async () => void (await handle.pause()),
    resume: async () => void (await handle.unpause()),
  };
};
