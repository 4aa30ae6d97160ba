import type { Tree } from '@nx/devkit';

/** Changes the one place of a file that a pattern finds. */
export const replaceOnce = (tree: Tree, path: string, pattern: RegExp, by: string): void => {
  const text = tree.read(path, 'utf8') ?? '';
  if (!pattern.test(text)) throw new Error(`${path} does not look as expected: no ${pattern}`);
  tree.write(path, text.replace(pattern, by));
};
