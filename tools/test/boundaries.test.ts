import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const scratch: string[] = [];

afterAll(() => {
  for (const directory of scratch.splice(0)) rmSync(directory, { recursive: true });
});

const cruise = (directory: string, ...folders: string[]) =>
  spawnSync(
    process.execPath,
    [
      join(workspace, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...folders,
      '--config',
      join(workspace, '.dependency-cruiser.cjs'),
    ],
    { cwd: directory, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  );

/** A workspace of these files, with the settings that the rules need. */
const workspaceOf = (files: Record<string, string>): string => {
  const directory = mkdtempSync(join(tmpdir(), 'boundaries-'));
  scratch.push(directory);
  const all = { 'tsconfig.base.json': '{}', 'package.json': '{}', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
};

it('finds nobody in this workspace who imports what he must not', () => {
  const { status, stdout } = cruise(
    workspace,
    'apps',
    'libs',
    'load',
    'dev',
    'dashboards',
    'test',
    'tools',
  );
  expect(stdout).toContain('no dependency violations found');
  expect(status).toBe(0);
});

/** What breaks a rule: a file, and another that it imports. */
const breaches = [
  ['no-app-imports-another-app', 'apps/cart/src/a.ts', 'apps/payment/src/b.ts'],
  ['libs-import-only-libs', 'libs/service/src/a.ts', 'apps/payment/src/b.ts'],
  ['apps-run-without-development-code', 'apps/cart/src/a.ts', 'dev/stores/src/b.ts'],
  ['only-tools-watch-the-shop', 'apps/cart/src/a.ts', 'libs/evidence/src/b.ts'],
  ['apps-run-without-development-code', 'apps/console/src/a.ts', 'dev/stores/src/b.ts'],
  ['libs-run-without-development-code', 'libs/service/src/a.ts', 'dev/stores/src/b.ts'],
  ['test-helpers-in-tests-only', 'apps/cart/src/a.ts', 'libs/service/src/testing/b.ts'],
  ['test-helpers-in-tests-only', 'libs/service/src/a.ts', 'libs/service/src/testing/b.ts'],
  ['local-stores-know-nothing-of-the-shop', 'dev/stores/src/a.ts', 'libs/topology/src/b.ts'],
  ['no-app-imports-another-app', 'apps/web-gateway/src/a.ts', 'apps/storefront/src/b.ts'],
  ['front-ends-are-made-of-ui-and-contracts', 'apps/storefront/src/a.ts', 'libs/slo/src/b.ts'],
  ['front-ends-know-contracts-by-type', 'apps/storefront/src/a.ts', 'libs/contracts/src/b.ts'],
  ['front-ends-are-made-of-ui-and-contracts', 'apps/storefront/src/a.ts', 'libs/topology/src/b.ts'],
  ['pages-of-the-console-know-the-topology-too', 'apps/console-ui/src/a.ts', 'libs/slo/src/b.ts'],
  ['only-front-ends-import-ui', 'apps/cart/src/a.ts', 'libs/ui/src/b.ts'],
  ['layer-ui', 'libs/ui/src/a.ts', 'libs/contracts/src/b.ts'],
  ['layer-contracts', 'libs/contracts/src/a.ts', 'libs/service/src/b.ts'],
  ['names-without-the-sdk', 'libs/slo/src/a.ts', 'libs/telemetry/src/b.ts'],
  ['names-load-nothing', 'libs/telemetry/src/names/a.ts', 'libs/telemetry/src/b.ts'],
  [
    'business-code-knows-no-telemetry-sdk',
    'apps/cart/src/a.ts',
    'node_modules/@opentelemetry/api/index.js',
  ],
].map(([rule = '', from = '', to = ''], index) => {
  // Each has files of its own.
  const own = (path: string) => path.replace(/(?<=\/)[ab]\.ts$/, `${rule}-${index}/$&`);
  return { rule, from: own(from), to: own(to) };
});

describe('a workspace in which every rule is broken', () => {
  let report = '';
  beforeAll(() => {
    const files = breaches.flatMap(({ from, to }) => {
      const up = '../'.repeat(from.split('/').length - 1);
      const specifier = to.startsWith('node_modules/')
        ? '@opentelemetry/api'
        : `${up}${to.replace(/\.ts$/, '')}`;
      return [
        [from, `import { b } from '${specifier}';\nexport const a = b;\n`],
        [to, 'exports.b = 1;\n'],
      ];
    });
    const directory = workspaceOf({
      ...Object.fromEntries(files),
      'node_modules/@opentelemetry/api/package.json':
        '{"name":"@opentelemetry/api","main":"index.js"}',
    });
    const { status, stdout } = cruise(directory, 'apps', 'dev', 'libs');
    expect(status).not.toBe(0);
    report = stdout;
  });

  it.each(breaches)('is refused for $rule: $from imports $to', ({ rule, from, to }) => {
    expect(report).toContain(`error ${rule}: ${from} → ${to}`);
  });
});
