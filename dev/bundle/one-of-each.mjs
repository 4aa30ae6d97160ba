import { join, relative } from 'node:path';
import { folderOf, idOf } from './packages.mjs';

/**
 * npm installs a package several times in the same version where another version is in its way. A bundle
 * holds it once: five copies of ajv would be 0.8 MB and 6 MB of memory.
 *
 * @returns {import('esbuild').Plugin}
 */
export const oneOfEach = () => ({
  name: 'one-of-each',
  setup: ({ onResolve, resolve }) => {
    /** @type {Map<string, string>} */
    const folders = new Map();
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === resolved) return undefined;
      const found = await resolve(path, { ...rest, pluginData: resolved });
      // esbuild knows whether that is an error: not where a package is only tried.
      if (found.errors.length > 0) return undefined;
      const folder = folderOf(found.path);
      if (found.external || folder === undefined) return found;
      const id = idOf(folder);
      const first = folders.get(id) ?? folder;
      folders.set(id, first);
      return { ...found, path: join(first, relative(folder, found.path)) };
    });
  },
});

const resolved = Symbol('resolved');
