import type { Tree } from '@nx/devkit';
import { replaceOnce } from './replace-once';

const path = 'libs/topology/src/services.ts';

const constantCase = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** Adds a service without callees or stores to the topology, on the next free port. */
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
  replaceOnce(tree, path, /(const names = \[[^\]]*?),?\s*\] as const/, `$1, '${name}'] as const`);
  replaceOnce(tree, path, /\};\s*$/, `${entry}\n`);
  return { port };
};
