import { join } from 'node:path';
import { generateFiles, names, type Tree } from '@nx/devkit';
import { applicationGenerator } from '@nx/node';
import { addToContracts } from './add-to-contracts';
import { addToTopology } from './add-to-topology';

interface Options {
  name: string;
}

const templates = join(__dirname, '../../templates/service');

/** Undoes what a generator changed outside a directory; this workspace has its own settings. */
const keepOnly = (tree: Tree, directory: string, before: ReadonlyMap<string, Buffer>): void => {
  for (const { path } of tree.listChanges()) {
    if (path.startsWith(`${directory}/`)) continue;
    const original = before.get(path);
    if (original) tree.write(path, original);
    else tree.delete(path);
  }
};

const rootFiles = (tree: Tree): Map<string, Buffer> =>
  new Map(
    tree
      .children('.')
      .filter((name) => tree.isFile(name))
      .map((name) => [name, tree.read(name) ?? Buffer.alloc(0)]),
  );

/**
 * Lays out a new service. `@nx/node` checks the name and registers the project; its files and its
 * changes to the workspace give way to the anatomy that the services here share.
 */
export default async function newService(tree: Tree, { name }: Options): Promise<void> {
  const directory = `apps/${name}`;
  if (tree.exists(directory)) throw new Error(`${directory} exists already`);
  const before = rootFiles(tree);
  await applicationGenerator(tree, {
    directory,
    name,
    framework: 'none',
    linter: 'none',
    unitTestRunner: 'none',
    e2eTestRunner: 'none',
    skipFormat: true,
    skipPackageJson: true,
  });
  keepOnly(tree, directory, before);
  tree.delete(directory);
  const { port } = addToTopology(tree, name);
  addToContracts(tree, name);
  generateFiles(tree, templates, directory, { ...names(name), name, port, tmpl: '' });
}
