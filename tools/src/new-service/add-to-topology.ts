import type { Tree } from '@nx/devkit';

const path = 'libs/topology/src/services.ts';

const replaceOnce = (text: string, pattern: RegExp, by: string): string => {
  if (!pattern.test(text)) throw new Error(`${path} does not look as expected: no ${pattern}`);
  return text.replace(pattern, by);
};

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
    '    externals: [],',
    '  },',
    '};',
  ].join('\n');
  const named = replaceOnce(
    text,
    /(const names = \[[^\]]*?),?\s*\] as const/,
    `$1, '${name}'] as const`,
  );
  tree.write(path, replaceOnce(named, /\};\s*$/, `${entry}\n`));
  return { port };
};
