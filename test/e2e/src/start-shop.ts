import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, layoutIn, type Switches, startDemo, switchesOf } from '@faultline/demo';

/** A demo in a directory of its own, which `stop` removes with all that ran in it. */
export const startShop = async (
  options: Omit<Parameters<typeof startDemo>[0], 'directory'> = {},
): Promise<{ demo: Demo; directory: string; switches: Switches; stop(): Promise<void> }> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-shop-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    const demo = await startDemo({ ...options, directory });
    return {
      demo,
      directory,
      switches: switchesOf(layoutIn(directory)),
      stop: async () => {
        await demo.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
};
