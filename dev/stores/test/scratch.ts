import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';

/** A temporary directory of its own for one test file, in which the stores' own ones lie too. */
export const scratchForTests = () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'faultline-test-'));
    // As the system's: PostgreSQL, under another account, has its directory in it.
    await chmod(root, 0o1777);
    vi.stubEnv('TMPDIR', root);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(root, { recursive: true, force: true });
  });
  return {
    path: (name: string) => join(root, name),
    /** What the stores have put there. */
    entries: async () => (await readdir(root)).filter((name) => name.startsWith('faultline-')),
  };
};
