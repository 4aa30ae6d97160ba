import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The extensions of what a build adds to its texts. */
const compressed = /\.(br|gz)$/;

/** `index-D3VZWDl6.js` of the next version: another name of the same length, as a build would make it. */
const renamed = (asset: string): string =>
  asset.replace(/-[\w-]{8}\./, (hash) => `-${[...hash.slice(1, -1)].reverse().join('')}.`);

/**
 * Makes the next version of a built storefront: the same page with other assets under other names, in
 * which a word is changed. Building it twice would take a minute more and show no more.
 */
export const nextVersionOf = async (
  built: string,
  directory: string,
  change: readonly [from: string, to: string],
): Promise<void> => {
  await cp(built, directory, { recursive: true });
  let page = await readFile(join(directory, 'index.html'), 'utf8');
  const assets = join(directory, 'assets');
  for (const name of await readdir(assets)) {
    const path = join(assets, name);
    if (compressed.test(name)) {
      await rm(path);
      continue;
    }
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(...change));
    await rename(path, join(assets, renamed(name)));
    page = page.replaceAll(name, renamed(name));
  }
  await writeFile(join(directory, 'index.html'), page);
  for (const end of ['br', 'gz']) await rm(join(directory, `index.html.${end}`), { force: true });
};
