import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(workspace, 'docs')).map((name) => `docs/${name}`),
].filter((page) => page.endsWith('.md'));

/** Paths of this workspace, but for those of an example: `apps/NAME`, `apps/wish-list`. */
const pathsIn = (page: string): string[] =>
  [...readFileSync(join(workspace, page), 'utf8').matchAll(/`([^`\s]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) =>
      /^(apps|libs|load|dashboards|deploy|dev|test|tools|docs)\/[\w./-]+$/.test(code),
    )
    .filter((path) => !/NAME|KEY|wish-list/.test(path));

describe('the documentation', () => {
  it.each(pages)('names only paths that exist: %s', (page) => {
    expect(pathsIn(page).filter((path) => !existsSync(join(workspace, path)))).toEqual([]);
  });

  it('says where things are', () => {
    expect(pathsIn('docs/architecture.md').length).toBeGreaterThan(24);
  });
});
