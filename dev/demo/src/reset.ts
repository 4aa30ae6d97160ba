import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { programsDirectory, removeStoreDirectory } from '@faultline/stores';
import { acquireLock } from './guards/lock';
import { layoutIn } from './layout';
import { servedDirectories } from './serve/layout';

/**
 * Removes all that demos and served services keep under a directory. Rejects with a DemoError
 * while one of them runs. Programs that were fetched are no data, and stay.
 */
export const reset = async (directory: string): Promise<void> => {
  // Nothing was ever kept.
  if (!(await readdir(directory).catch(() => undefined))) return;
  const users = [directory, ...(await servedDirectories(directory))];
  const locks = [];
  try {
    for (const user of users) {
      const layout = layoutIn(user);
      locks.push(await acquireLock(layout.lock, 0));
      for (const store of await readdir(layout.stores).catch(() => [])) {
        await removeStoreDirectory(join(layout.stores, store));
      }
    }
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      if (path !== programsDirectory) await rm(path, { recursive: true, force: true });
    }
    // Fails while it holds programs.
    await rmdir(directory).catch(() => undefined);
  } finally {
    for (const lock of locks) await lock.release();
  }
};
