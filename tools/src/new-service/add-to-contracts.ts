import { join } from 'node:path';
import { generateFiles, names, type Tree } from '@nx/devkit';

const template = join(__dirname, '../../templates/contract');

/** Lays out the table of a service's routes; `npm run generate` enters it among those of all services. */
export const addToContracts = (tree: Tree, name: string): void => {
  const { propertyName } = names(name);
  generateFiles(tree, template, 'libs/contracts/src', { propertyName, name, tmpl: '' });
};
