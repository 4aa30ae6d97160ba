import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@faultline/deploy';
import { nextVersionOf } from '../next-version';

/** Where an image has its storefront. */
const home = '/app/apps/storefront';

/** Makes an image of web-gateway that is the same but for its storefront: other assets under other names. */
export const makeNextWebGateway = async (image: string, next: string): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-next-'));
  const container = (await run('docker', ['create', image])).trim();
  const copy = (from: string, to: string) => run('docker', ['cp', from, to]);
  try {
    const [built, changed] = [join(directory, 'dist'), join(directory, 'next')];
    await copy(`${container}:${home}/dist`, built);
    await nextVersionOf(built, changed, ['earn their place', 'earn their bread']);
    await copy(changed, `${container}:${home}`);
    const setting = `ENV STOREFRONT_DIRECTORY=${home}/next`;
    await run('docker', ['commit', '--change', setting, container, next]);
  } finally {
    await run('docker', ['rm', container]);
    await rm(directory, { recursive: true, force: true });
  }
};
