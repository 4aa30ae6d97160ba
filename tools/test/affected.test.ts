import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');

/** The projects that a change of a file touches, of those that a pattern names. */
const affectedBy = (file: string, pattern: string): readonly string[] => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[join(workspace, 'node_modules/nx/dist/bin/nx.js'), 'show', 'projects', '--affected'],
      ...['--files', file, '--projects', pattern, '--json'],
    ],
    { cwd: workspace, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } },
  );
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
};

it.each([
  ['apps/storefront/src/app.tsx', ['storefront', 'web-gateway']],
  ['libs/ui/src/index.ts', ['console', 'console-ui', 'storefront', 'web-gateway']],
  ['apps/cart/src/main.ts', ['cart']],
])('a change of %s touches no other app', (file, expected) => {
  expect([...affectedBy(file, 'apps/*')].sort()).toEqual(expected);
});

it('a change of the storefront is rolled out with the service that serves it', () => {
  expect(affectedBy('apps/storefront/src/app.tsx', 'tag:type:app')).toEqual(['web-gateway']);
});
