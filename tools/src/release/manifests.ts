import type { Tree } from '@nx/devkit';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';

const Manifest = Type.Record(Type.String(), Type.Unknown());
type Manifest = Static<typeof Manifest>;
const Versions = Type.Record(Type.String(), Type.String());

export const manifestText = (tree: Tree, path: string): string => {
  const text = tree.read(path, 'utf8');
  if (text === null) throw new Error(`there is no ${path}`);
  return text;
};

/** As npm writes it. */
const changed = (text: string, change: (manifest: Manifest) => Manifest): string =>
  `${JSON.stringify(change(Parse(Manifest, JSON.parse(text))), undefined, 2)}\n`;

/** A package.json with another version. */
export const withVersion = (text: string, version: string): string =>
  changed(text, (manifest) => ({ ...manifest, version }));

/** A package.json with other versions of its dependencies, of which some are given by name. */
export const withDependencies = (text: string, versions: ReadonlyMap<string, string>): string =>
  changed(text, (manifest) => ({
    ...manifest,
    ...Object.fromEntries(
      ['dependencies', 'devDependencies'].flatMap((kind) =>
        manifest[kind] === undefined
          ? []
          : [
              [
                kind,
                Object.fromEntries(
                  Object.entries(Parse(Versions, manifest[kind])).map(([name, version]) => [
                    name,
                    versions.get(name) ?? version,
                  ]),
                ),
              ],
            ],
      ),
    ),
  }));
