import { join } from 'node:path';
import { generateFiles, names, type Tree } from '@nx/devkit';
import { replaceOnce } from './replace-once';

const source = 'libs/contracts/src';
const template = join(__dirname, '../../templates/contract');

/** Adds a service's routes to the contracts: in a file of their own, and among those of all services. */
export const addToContracts = (tree: Tree, name: string): void => {
  const { propertyName, className } = names(name);
  const routes = `${propertyName}Routes`;
  generateFiles(tree, template, source, { propertyName, className, name, tmpl: '' });
  replaceOnce(
    tree,
    `${source}/index.ts`,
    /\s*$/,
    `\nexport { type ${className}Client, ${routes} } from './${name}';\n`,
  );
  const all = `${source}/service-routes.ts`;
  const key = name.includes('-') ? `'${name}'` : name;
  replaceOnce(tree, all, /(\nimport .*;\n)\n/, `$1import { ${routes} } from './${name}';\n\n`);
  replaceOnce(tree, all, /\n\} satisfies/, `\n  ${key}: Object.values(${routes}),\n} satisfies`);
};
