import { access, mkdir, writeFile } from 'node:fs/promises';
import { startRedis } from '@faultline/stores';
import { expect, it } from 'vitest';
import { acquireLock } from '../src/guards/lock';
import { layoutIn } from '../src/layout';
import { makeDirectories } from '../src/make-directories';
import { reset } from '../src/reset';
import { servedDirectory } from '../src/serve/layout';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

it('removes the data of the demo and of served services', async () => {
  const directory = scratch('data');
  const served = layoutIn(servedDirectory(directory, 'cart'));
  await makeDirectories(layoutIn(directory));
  await makeDirectories(served);
  await (await startRedis({ directory: `${served.stores}/cart-data` })).stop();
  await writeFile(layoutIn(directory).secrets, '{}');
  await reset(directory);
  await expect(access(directory)).rejects.toThrow('ENOENT');
  await expect(reset(directory)).resolves.toBeUndefined();
});

it.each([
  ['the demo', (directory: string) => directory],
  ['a served service', (directory: string) => servedDirectory(directory, 'cart')],
])('refuses while %s runs, and removes nothing', async (_name, userOf) => {
  const directory = scratch('running');
  const user = userOf(directory);
  await mkdir(user, { recursive: true });
  const lock = await acquireLock(layoutIn(user).lock, 8080);
  await expect(reset(directory)).rejects.toThrow(
    `already runs from this checkout (pid ${process.pid}`,
  );
  await access(layoutIn(user).lock);
  await lock.release();
  await reset(directory);
});
