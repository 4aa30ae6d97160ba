import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DemoError } from './demo-error';
import type { Layout } from './layout';

/** Makes the directories that a demo writes to; throws a DemoError when it may not. */
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

/** What nobody has answered was asked of a demo that is gone. For the one that holds the lock. */
export const forgetRestarts = async ({ restarts }: Layout): Promise<void> => {
  for (const name of await readdir(restarts)) await rm(join(restarts, name), { force: true });
};
