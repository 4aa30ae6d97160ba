import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const scratch: string[] = [];

afterEach(() => {
  for (const directory of scratch.splice(0)) rmSync(directory, { recursive: true });
});

/** The workspace cut down to one package, as images are built from it. */
const prune = (name: string, ...options: string[]): string => {
  const directory = mkdtempSync(join(tmpdir(), 'pruned-'));
  scratch.push(directory);
  const { status, stderr } = spawnSync(
    join(workspace, 'node_modules/.bin/turbo'),
    ['prune', `@faultline/${name}`, '--docker', '--out-dir', directory, ...options],
    { cwd: workspace, encoding: 'utf8', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  expect(status, stderr).toBe(0);
  return directory;
};

describe('the workspace of one service', () => {
  it('is what its image needs', () => {
    const pruned = prune('cart');
    expect(readdirSync(join(pruned, 'full/apps'))).toEqual(['cart']);
    const libs = readdirSync(join(pruned, 'full/libs'));
    expect(libs).toEqual(expect.arrayContaining(['contracts', 'service', 'telemetry', 'topology']));
    expect(libs).not.toContain('product-catalog');
  });

  it('keeps the settings that a build shares, and a lockfile of its own', () => {
    const pruned = prune('cart');
    expect(readdirSync(join(pruned, 'full'))).toContain('tsconfig.base.json');
    expect(readdirSync(join(pruned, 'json'))).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json']),
    );
  });

  it('has in production the storefront that it serves, and nothing that this was made of', () => {
    const pruned = prune('web-gateway', '--production');
    expect(readdirSync(join(pruned, 'full/apps'))).toEqual(['storefront', 'web-gateway']);
    expect(readdirSync(join(pruned, 'full/libs'))).not.toContain('ui');
  });
});
