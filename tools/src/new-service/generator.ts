import { join } from 'node:path';
import { generateFiles, names, type Tree } from '@nx/devkit';
import { addToContracts } from './add-to-contracts';
import { addToTopology } from './add-to-topology';

interface Options {
  name: string;
}

const templates = join(__dirname, '../../templates/service');

/** Lays out a new service. Nx has checked the name by schema.json, and finds the project by its package.json. */
export default async function newService(tree: Tree, { name }: Options): Promise<void> {
  const directory = `apps/${name}`;
  if (tree.exists(directory)) throw new Error(`${directory} exists already`);
  const { port } = addToTopology(tree, name);
  addToContracts(tree, name);
  generateFiles(tree, templates, directory, { ...names(name), name, port, tmpl: '' });
}
