import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const settings = [
  'package.json',
  'nx.json',
  'tsconfig.base.json',
  'biome.json',
  'vitest.shared.mts',
];
const needed = [
  'dashboards',
  'deploy',
  'tools',
  'dev/bundle',
  'dev/stores',
  ...[
    'command-line',
    'product-catalog',
    'topology',
    'slo',
    'contracts',
    'faults',
    'telemetry',
    'service',
  ].map((name) => `libs/${name}`),
];
let copy = '';

const isSource = (path: string): boolean =>
  !/\/(node_modules|dist)(\/|$)|^\/((libs|dev)\/[^/]+|tools)\/test/.test(path);

/** npm links workspaces by relative paths, so a copy needs links of its own. */
const linkModules = (from: string, to: string): void => {
  mkdirSync(join(to, '@faultline'), { recursive: true });
  for (const name of readdirSync(from))
    if (name !== '@faultline') symlinkSync(join(from, name), join(to, name));
  for (const folder of needed)
    symlinkSync(join(copy, folder), join(to, '@faultline', basename(folder)));
  for (const folder of needed) {
    const own = join(workspace, folder, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(copy, folder, 'node_modules'));
  }
};

const nx = (...parameters: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(workspace, 'node_modules/nx/dist/bin/nx.js'), ...parameters],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' },
    },
  );
  return { status, output: stdout + stderr };
};

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'new-service-'));
  for (const file of settings) await cp(join(workspace, file), join(copy, file));
  for (const folder of needed)
    await cp(join(workspace, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => isSource(path.slice(workspace.length)),
    });
  linkModules(join(workspace, 'node_modules'), join(copy, 'node_modules'));
  const git = spawnSync('git', ['init', '-q'], { cwd: copy });
  expect(git.status).toBe(0);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new:service', () => {
  it('lays out a service that passes lint, types and its own test', {
    timeout: 240_000,
  }, async () => {
    const built = nx('build', 'tools');
    expect(built.status, built.output).toBe(0);
    const generated = nx('generate', '@faultline/tools:service', 'wish-list');
    expect(generated.status, generated.output).toBe(0);

    const topology = await readFile(join(copy, 'libs/topology/src/services.ts'), 'utf8');
    expect(topology).toMatch(/'wish-list': \{\n {4}title: .*\n {4}port: 8086,/);
    expect(await readFile(join(copy, 'nx.json'))).toEqual(
      await readFile(join(workspace, 'nx.json')),
    );

    const contracts = nx('lint', 'contracts');
    expect(contracts.status, contracts.output).toBe(0);
    // The routes of all services are among those that the chart is made of.
    const chart = nx('typecheck', 'tools');
    expect(chart.status, chart.output).toBe(0);
    const checked = nx('run-many', '-t', 'lint', 'typecheck', 'test', '-p', 'wish-list');
    expect(checked.status, checked.output).toBe(0);
    const results = await readFile(join(copy, '.test-results/wish-list.json'), 'utf8');
    expect(JSON.parse(results)).toMatchObject({ numPassedTests: 1, numTotalTests: 1 });
  });

  it.each(['Wish', '9lives', 'a_b'])('refuses the name %s', (name) => {
    const { status, output } = nx('generate', '@faultline/tools:service', name);
    expect(status).not.toBe(0);
    expect(output).toContain('name');
  });
});
