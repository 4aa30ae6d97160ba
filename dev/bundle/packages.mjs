import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of the package in node_modules that a file belongs to.
 *
 * @param {string} path
 */
export const folderOf = (path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];

/** @param {string} folder */
const manifestIn = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * @param {string} folder
 * @returns {string} such as `fastify@5.12.8`
 */
export const idOf = (folder) => {
  const { name, version } = manifestIn(folder);
  return `${name}@${version}`;
};

/**
 * The packages of node_modules that files belong to, each once, with the notice that goes with copies
 * of its code. Throws when one does not say under which license it is.
 *
 * @param {readonly string[]} paths
 */
export const packagesIn = (paths) => {
  const folders = new Set(paths.flatMap((path) => folderOf(path) ?? []));
  const notices = new Map([...folders].map((folder) => [idOf(folder), noticeIn(folder)]));
  return [...notices]
    .map(([id, notice]) => ({ id, notice }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

const isLicense = /^(licen[cs]e|copying|notice)/i;

/** @param {string} folder */
const noticeIn = (folder) => {
  const { name, license } = manifestIn(folder);
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && isLicense.test(file.name))
    .map((file) => readFileSync(join(folder, file.name), 'utf8').trim());
  if (!license && texts.length === 0) throw new Error(`${name} has no license`);
  return `${[`${idOf(folder)} (${license ?? 'see below'})`, ...texts].join('\n\n')}\n`;
};
