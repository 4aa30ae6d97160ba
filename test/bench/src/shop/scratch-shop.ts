import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Demo, type DemoOptions, prepareDemo } from '@faultline/demo';
import { removeStoreDirectory } from '@faultline/stores';
import { storeNames } from '@faultline/topology';
import type { Cleanup } from '../cleanup';
import { benchDirectory } from '../workspace';

/** Starts a demo with data of its own, on the disk of the real ones. It goes with the leftovers. */
export const startScratchShop = async (
  leftovers: Cleanup,
  options: Omit<DemoOptions, 'directory'> = {},
): Promise<Demo> => {
  await mkdir(benchDirectory, { recursive: true });
  const directory = await mkdtemp(join(benchDirectory, 'shop-'));
  leftovers.add(() => removeDemoData(directory));
  const demo = await prepareDemo({ ...options, directory });
  leftovers.add(() => demo.stop());
  await demo.start();
  return demo;
};

/** Removes the directory of a demo, also what root's PostgreSQL keeps apart from it. */
export const removeDemoData = async (directory: string): Promise<void> => {
  for (const name of storeNames) await removeStoreDirectory(join(directory, 'stores', name));
  await rm(directory, { recursive: true, force: true });
};

/** Lets a client ask as often as it can: api-gateway would take a bench for one greedy shopper. */
export const unlimited = { 'api-gateway': { RATE_LIMIT_PER_MINUTE: '1000000000' } };
