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
  '**/{README,CHANGELOG,HISTORY,SECURITY,CONTRIBUTING,CODE_OF_CONDUCT}*.md',
  '**/node_modules/{*,@*/*}/{test,tests,__tests__,benchmark,benchmarks,example,examples,docs,.github}',
];

/** Native code for another platform, another C library or another Node, in the folders of prebuildify. */
const isForeign = (path) => {
  const [, built] = path.match(/\/prebuilds\/([^/]+)\//) ?? [];
  const [, abi = process.versions.modules] = path.match(/\.abi(\d+)\./) ?? [];
  const musl = /[.-]musl[.-]/.test(basename(path));
  return built !== platform || musl || abi !== process.versions.modules;
};

const remove = (path) => rmSync(`${folder}/${path}`, { recursive: true, force: true });
for (const path of globSync(unread, { cwd: folder })) remove(path);
for (const path of globSync('**/prebuilds/*/*', { cwd: folder }).filter(isForeign)) remove(path);
