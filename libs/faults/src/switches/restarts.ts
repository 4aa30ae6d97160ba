import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

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
