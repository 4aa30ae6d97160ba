import { execSync } from 'node:child_process';
import { join } from 'node:path';
import { type GeneratorCallback, generateFiles, names, type Tree } from '@nx/devkit';
import { addToContracts } from './add-to-contracts';
import { addToTopology } from './add-to-topology';

interface Options {
  name: string;
}

const templates = join(__dirname, '../../templates/service');

/**
 * Lays out a new service. Nx has checked the name by schema.json, and finds the project by its package.json. What is
 * generated from the topology and the contracts follows when the files are there.
 */
export default async function newService(
  tree: Tree,
  { name }: Options,
): Promise<GeneratorCallback> {
  const directory = `apps/${name}`;
  if (tree.exists(directory)) throw new Error(`${directory} exists already`);
  const { port } = addToTopology(tree, name);
  addToContracts(tree, name);
  generateFiles(tree, templates, directory, { ...names(name), name, port, tmpl: '' });
  return () => {
    execSync('npm run generate', { cwd: tree.root, stdio: 'inherit' });
  };
}
