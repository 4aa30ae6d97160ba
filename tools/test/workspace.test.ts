import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');

interface Package {
  name: string;
  scripts: Record<string, string>;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  nx?: { name: string; tags: string[] };
}

const read = (path: string): Package =>
  JSON.parse(readFileSync(join(workspace, path, 'package.json'), 'utf8'));

/** A shell that stays between npm and a program keeps the signals that end the program. */
const startsNode = /(^|\s)node\s/;
const staysInBetween = (script: string): boolean =>
  startsNode.test(script) && !/^(\w+=\S+ )*exec node\s/.test(script);

const folders = [
  ...['apps', 'libs', 'dev', 'test'].flatMap((group) =>
    readdirSync(join(workspace, group)).map((name) => `${group}/${name}`),
  ),
  'dashboards',
  'deploy',
  'load',
  'tools',
];

describe.each(folders)('%s', (folder) => {
  const manifest = read(folder);

  it('is an Nx project named after its folder', () => {
    const name = folder.split('/').at(-1);
    expect(manifest.name).toBe(`@faultline/${name}`);
    expect(manifest.nx?.name).toBe(name);
    expect(manifest.nx?.tags).toHaveLength(1);
  });

  it('can be checked and built like every other', () => {
    // What a bundler reads as it is needs no build.
    const sources = String(manifest.exports?.['.']).startsWith('./src/');
    const build = sources ? [] : ['build'];
    expect(Object.keys(manifest.scripts)).toEqual(
      expect.arrayContaining([...build, 'lint', 'typecheck', 'test']),
    );
  });

  it('has no shell between npm and its programs', () => {
    expect(Object.values(manifest.scripts).filter(staysInBetween)).toEqual([]);
  });

  it('pins what it depends on exactly', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });
});

it('has no shell between npm and the programs of the whole', () => {
  expect(Object.values(read('.').scripts).filter(staysInBetween)).toEqual([]);
});

it('keeps download addresses out of the lockfile', () => {
  const lockfile = readFileSync(join(workspace, 'package-lock.json'), 'utf8');
  expect(lockfile).not.toMatch(/"resolved": "https?:/);
});
