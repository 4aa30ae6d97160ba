import { execSync } from 'node:child_process';
import { join } from 'node:path';
import { type GeneratorCallback, generateFiles, names, type Tree } from '@nx/devkit';

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

const template = join(__dirname, '../../templates/contract');

/** Creates the route table of a new service; `npm run generate` adds it to `service-tables.ts`. */
const addToContracts = (tree: Tree, name: string): void => {
  const { propertyName } = names(name);
  generateFiles(tree, template, 'libs/contracts/src', { propertyName, name, tmpl: '' });
};

const path = 'libs/topology/src/services.ts';

const constantCase = (name: string): string => name.toUpperCase().replaceAll('-', '_');

const listed = /const names = \[([^\]]*)\] as const;/;

const namesIn = (text: string): string[] =>
  [...(listed.exec(text)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, name = '']) => name);

/** As the formatter has it: on one line if it fits. */
const listOf = (names: readonly string[]): string => {
  const quoted = names.map((name) => `'${name}'`);
  const line = `const names = [${quoted.join(', ')}] as const;`;
  if (line.length <= 100) return line;
  return `const names = [\n${quoted.map((each) => `  ${each},\n`).join('')}] as const;`;
};

/** Adds a service without dependencies or stores to the topology, on the next free port. */
const addToTopology = (tree: Tree, name: string): { port: number } => {
  const text = tree.read(path, 'utf8') ?? '';
  const ports = [...text.matchAll(/port: (\d+)/g)].map(([, port]) => Number(port));
  const port = Math.max(...ports) + 1;
  const key = name.includes('-') ? `'${name}'` : name;
  const entry = [
    `  ${key}: {`,
    `    title: 'What ${name} does, in a few words',`,
    `    port: ${port},`,
    `    urlVariable: '${constantCase(name)}_URL',`,
    '    calls: [],',
    '    stores: [],',
    '    externals: [],',
    '  },',
    '};',
  ].join('\n');
  replaceOnce(tree, path, listed, listOf([...namesIn(text), name]));
  replaceOnce(tree, path, /\};\s*$/, `${entry}\n`);
  return { port };
};

/** Changes the one place of a file that a pattern finds. */
const replaceOnce = (tree: Tree, path: string, pattern: RegExp, by: string): void => {
  const text = tree.read(path, 'utf8') ?? '';
  if (!pattern.test(text)) throw new Error(`${path} does not look as expected: no ${pattern}`);
  tree.write(path, text.replace(pattern, by));
};
