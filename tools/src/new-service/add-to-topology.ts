import type { Tree } from '@nx/devkit';
import { replaceOnce } from './replace-once';

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
export const addToTopology = (tree: Tree, name: string): { port: number } => {
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
    '  },',
    '};',
  ].join('\n');
  replaceOnce(tree, path, listed, listOf([...namesIn(text), name]));
  replaceOnce(tree, path, /\};\s*$/, `${entry}\n`);
  return { port };
};
