import { globSync, rmSync } from 'node:fs';
import { basename } from 'node:path';

// `node trim.mjs FOLDER [ARCHITECTURE]`: removes from an installation what no production process reads.
// Licences stay.

const [folder, target] = process.argv.slice(2);

/** What Docker calls an architecture, as Node calls it. */
const architecture = { amd64: 'x64', '': process.arch }[target ?? ''] ?? target;
const platform = `linux-${architecture}`;

/** Types, sources, maps, prose; and what packages publish beside their code. */
const unread = [
  '**/*.{ts,mts,cts,tsx,map,flow,markdown,tsbuildinfo}',
  '**/{*.test,*.spec}.{js,cjs,mjs}',
  '**/tsconfig*.json',
  '**/{README,CHANGELOG,HISTORY,SECURITY,CONTRIBUTING,CODE_OF_CONDUCT}*.md',
  '**/node_modules/{*,@*/*}/{test,tests,test.js,benchmark,benchmarks,example,examples,docs,.github}',
];

/** Native code for another C library or another Node, as prebuildify names its files. */
const isForeign = (path) => {
  const [, abi = process.versions.modules] = path.match(/\.abi(\d+)\./) ?? [];
  return /[.-]musl[.-]/.test(basename(path)) || abi !== process.versions.modules;
};

const remove = (path) => rmSync(`${folder}/${path}`, { recursive: true, force: true });
for (const path of globSync(unread, { cwd: folder })) remove(path);
for (const path of globSync('**/prebuilds/*', { cwd: folder }))
  if (basename(path) !== platform) remove(path);
for (const path of globSync('**/prebuilds/*/*', { cwd: folder })) if (isForeign(path)) remove(path);
