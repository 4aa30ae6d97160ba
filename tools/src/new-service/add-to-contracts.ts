import { join } from 'node:path';
import { generateFiles, names, type Tree } from '@nx/devkit';

const template = join(__dirname, '../../templates/contract');

/** Creates the route table of a new service; `npm run generate` adds it to `service-tables.ts`. */
export const addToContracts = (tree: Tree, name: string): void => {
  const { propertyName } = names(name);
  generateFiles(tree, template, 'libs/contracts/src', { propertyName, name, tmpl: '' });
};
