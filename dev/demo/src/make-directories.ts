import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DemoError } from './demo-error';
import type { Layout } from './layout';

/** Makes the directories of a demo; throws a DemoError if it has no permission. */
export const makeDirectories = async (layout: Layout): Promise<void> => {
  const { directory, logs, stores, restarts } = layout;
  try {
    for (const component of [logs, stores, restarts]) await mkdir(component, { recursive: true });
    // Logs, secrets and data are the owner's. Root's PostgreSQL runs as another account, which has to
    // pass through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    for (const component of [directory, stores]) await chmod(component, mode);
    for (const component of [logs, restarts]) await chmod(component, 0o700);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new DemoError(`The demo cannot keep its data: ${reason}`);
  }
};

/** Removes requests to a demo that has ended. Only the holder of the lock may call this. */
export const forgetRestarts = async ({ restarts }: Layout): Promise<void> => {
  for (const name of await readdir(restarts)) await rm(join(restarts, name), { force: true });
};
