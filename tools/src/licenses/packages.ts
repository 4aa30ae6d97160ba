import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';

/** Licenses of packages whose package.json has none in SPDX's form, as their repositories state them. */
const stated: Readonly<Record<string, string>> = {
  // `licenses: [{ type: 'MIT' }]`, an old form.
  buildcheck: 'MIT',
  'cpu-features': 'MIT',
  ssh2: 'MIT',
};

/** Licenses that ask for no more than their text beside a copy, or for the source of changed files (MPL-2.0). */
export const allowed: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
];

const Lock = Type.Object({
  packages: Type.Record(
    Type.String(),
    Type.Object({
      version: Type.Optional(Type.String()),
      license: Type.Optional(Type.String()),
      link: Type.Optional(Type.Boolean()),
    }),
  ),
});

const folder = 'node_modules/';

/** The packages of the lockfile by license, each as name@version. */
export const packagesByLicense = (workspace: string): ReadonlyMap<string, readonly string[]> => {
  const lock = Parse(Lock, JSON.parse(readFileSync(join(workspace, 'package-lock.json'), 'utf8')));
  const packages = new Map<string, Set<string>>();
  for (const [path, { version, license, link }] of Object.entries(lock.packages)) {
    if (link || !path.includes(folder)) continue;
    const name = path.slice(path.lastIndexOf(folder) + folder.length);
    const known = license ?? stated[name] ?? 'none';
    packages.set(known, (packages.get(known) ?? new Set()).add(`${name}@${version}`));
  }
  return new Map(
    [...packages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([license, names]) => [license, [...names].sort()]),
  );
};
