import { globSync, readFileSync, writeFileSync } from 'node:fs';

// `node manifests.mjs FOLDER build|production`: cuts the manifests of a pruned workspace down to what an
// installation for a build or for production looks at. Nothing else then makes npm install again.

const [folder, purpose] = process.argv.slice(2);

/** What a build uses of the root's tools: the others check, test and start things. */
const buildTools = new Set(['@types/node', 'turbo', 'typescript']);

const cut = ({ scripts, nx, optionalDependencies, devDependencies = {}, ...rest }, isRoot) => {
  if (purpose === 'production') return rest;
  const needed = Object.entries(devDependencies).filter(
    ([name]) => !isRoot || buildTools.has(name),
  );
  return { ...rest, devDependencies: Object.fromEntries(needed) };
};

for (const path of globSync(
  ['package.json', '{apps,libs,dev}/*/package.json', 'load/package.json'],
  { cwd: folder },
)) {
  const file = `${folder}/${path}`;
  const manifest = cut(JSON.parse(readFileSync(file, 'utf8')), path === 'package.json');
  writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
}
