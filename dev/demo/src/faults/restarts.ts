import { access, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ComponentGroup } from '../supervision/component-group';

const lookEveryMs = 250;
/** Much longer than a service takes to restart. */
const patienceMs = 60_000;

/** A requested restart did not happen. */
export class RestartError extends Error {
  override readonly name = 'RestartError';
}

/**
 * Requests a restart from the running demo by a file in `directory`, which the demo removes when
 * the service is up again. Rejects with a RestartError when that does not happen within a minute.
 */
export const askForRestart = async (directory: string, service: string): Promise<void> => {
  const request = join(directory, service);
  await writeFile(request, '');
  const deadline = Date.now() + patienceMs;
  while (await exists(request)) {
    if (Date.now() > deadline)
      throw new RestartError(`${service} was not restarted within ${patienceMs / 1000} s`);
    await delay(lookEveryMs);
  }
};

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Restarts the components for which there is a request in `directory`, until `stop`. */
export const restartWhatIsAsked = (directory: string, group: ComponentGroup): { stop(): void } => {
  const underWay = new Set<string>();
  const look = async (): Promise<void> => {
    // The directory may have been removed with the demo's data.
    const asked: string[] = await readdir(directory).catch(() => []);
    for (const { name } of group.components) {
      if (!asked.includes(name) || underWay.has(name)) continue;
      underWay.add(name);
      try {
        await group.restart(name);
        await rm(join(directory, name), { force: true });
      } finally {
        underWay.delete(name);
      }
    }
  };
  // The requester gets a timeout error; the next check tries again.
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);
  return { stop: () => clearInterval(timer) };
};
