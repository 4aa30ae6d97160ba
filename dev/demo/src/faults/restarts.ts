import { access, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ComponentGroup } from '../supervision/component-group';

const lookEveryMs = 250;
/** Far beyond what a service takes to end and to start. */
const patienceMs = 60_000;

/** A restart that was asked for did not come about. */
export class RestartError extends Error {
  override readonly name = 'RestartError';
}

/**
 * Asks the demo that runs to restart a service, by a file in `directory`, which the demo removes when
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
    // The directory goes with the data of a demo that ends.
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
  // Whoever asked hears that it was not restarted; the next look tries again.
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);
  return { stop: () => clearInterval(timer) };
};
