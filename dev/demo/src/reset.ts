import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { programsDirectory, removeStoreDirectory } from '@faultline/stores';
import { acquireLock } from './guards/lock';
import { layoutIn } from './layout';
import { servedDirectories } from './serve/layout';

/**
 * Removes all data of demos and served services under a directory. Rejects with a DemoError
 * while one of them runs. Fetched programs are kept, because they are not data.
 */
export const reset = async (directory: string): Promise<void> => {
  // There are no data.
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
    // Fails if it contains programs.
    await rmdir(directory).catch(() => undefined);
  } finally {
    for (const lock of locks) await lock.release();
  }
};
