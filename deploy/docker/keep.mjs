import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

// `node keep.mjs FOLDER LIST`: removes from an installation all packages but those that a bundle finds there (LIST,
// which its build wrote), and those that these need.

const [folder, list] = process.argv.slice(2);
const root = resolve(folder);

/** Where Node finds a package from a folder; undefined for an optional one that is not installed. */
const find = (name, from) => {
  const place = join(from, 'node_modules', name);
  if (existsSync(place)) return place;
  return from === root ? undefined : find(name, dirname(from));
};

const kept = new Set();
const keep = (name, from) => {
  const place = find(name, from);
  if (place === undefined || kept.has(place)) return;
  kept.add(place);
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(place, 'package.json'), 'utf8'),
  );
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
    keep(needed, place);
};
for (const name of JSON.parse(readFileSync(list, 'utf8')).external) keep(name, root);

const installed = globSync('{node_modules,**/node_modules}/{[!@]*,@*/*}', { cwd: root });
for (const path of installed)
  if (!kept.has(join(root, path))) rmSync(join(root, path), { recursive: true, force: true });
