import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
let pruned = '';

beforeAll(() => {
  pruned = mkdtempSync(join(tmpdir(), 'pruned-'));
  const { status, stderr } = spawnSync(
    join(workspace, 'node_modules/.bin/turbo'),
    ['prune', '@faultline/cart', '--docker', '--out-dir', pruned],
    { cwd: workspace, encoding: 'utf8', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  expect(status, stderr).toBe(0);
});
afterAll(() => rmSync(pruned, { recursive: true, force: true }));

it('prunes the workspace to what the image of one service needs', () => {
  expect(readdirSync(join(pruned, 'full/apps'))).toEqual(['cart']);
  const libs = readdirSync(join(pruned, 'full/libs'));
  expect(libs).toEqual(expect.arrayContaining(['contracts', 'service', 'telemetry', 'topology']));
  expect(libs).not.toContain('product-catalog');
});

it('keeps the settings that a build shares, and a lockfile of its own', () => {
  expect(readdirSync(join(pruned, 'full'))).toContain('tsconfig.base.json');
  expect(readdirSync(join(pruned, 'json'))).toEqual(
    expect.arrayContaining(['package.json', 'package-lock.json']),
  );
});
