import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generatedFiles } from '../src/generated';

const workspace = resolve(__dirname, '../..');
let copy = '';

const run = (program: string, ...parameters: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64e6,
    env: { ...process.env, TS_NODE_PROJECT: join(copy, 'tools/tsconfig.json') },
  });
  return { status, output: stdout + stderr };
};

const git = (...parameters: string[]): string => {
  const { status, output } = run('git', ...parameters);
  expect(status, output).toBe(0);
  return output;
};

const source = ['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'];
const runSource = (file: string, ...parameters: string[]): string => {
  const { status, output } = run(process.execPath, ...source, file, ...parameters);
  expect(status, output).toBe(0);
  return output;
};

/** What the compiler says of the sources of an app. */
const typeErrors = (app: string): string[] =>
  run(
    process.execPath,
    'node_modules/typescript/bin/tsc',
    ...['-p', `apps/${app}`, '--rootDir', '.', '--customConditions', '@faultline/source'],
  )
    .output.split('\n')
    .filter((line) => line.startsWith(`apps/${app}/`));

/** npm links workspaces by relative paths, so a copy needs links of its own. */
const linkModules = (): void => {
  const modules = join(workspace, 'node_modules');
  mkdirSync(join(copy, 'node_modules/@faultline'), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== '@faultline') symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  for (const name of readdirSync(join(modules, '@faultline'))) {
    const folder = relative(workspace, realpathSync(join(modules, '@faultline', name)));
    symlinkSync(join(copy, folder), join(copy, 'node_modules/@faultline', name));
    const own = join(workspace, folder, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(copy, folder, 'node_modules'));
  }
};

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'add-fault-'));
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = spawnSync('git', list, { cwd: workspace, encoding: 'utf8' }).stdout.split('\0');
  for (const file of files) {
    if (!file || !existsSync(join(workspace, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(workspace, file), join(copy, file));
  }
  git('init', '-q');
  git('add', '-A');
  linkModules();
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const catalogueFile = 'libs/faults/src/catalogue/session-slow.ts';
const bindingFile = 'apps/session/src/faults.ts';

it('a fault is added by a file of the catalogue and a binding; the rest is generated', {
  timeout: 240_000,
}, () => {
  const leak = readFileSync(join(copy, 'libs/faults/src/catalogue/session-leak.ts'), 'utf8');
  const slow = leak
    .replaceAll('sessionLeak', 'sessionSlow')
    .replace(/order: \d+/, 'order: 1000')
    .replace(/\n {2}leavesBehind: .*/, '');
  writeFileSync(join(copy, catalogueFile), slow);
  runSource('tools/src/generate.ts');
  expect(typeErrors('session').join('\n')).toContain("Property 'sessionSlow' is missing");

  const bindings = readFileSync(join(copy, bindingFile), 'utf8');
  const binding = `
  sessionSlow: {
    around: (active) => ({
      sessions: (sessions) => ({
        read: async (id) => {
          if (active()) throw new Error('slower than anybody waits');
          return sessions.read(id);
        },
      }),
    }),
  },
  sessionLeak: {`;
  writeFileSync(join(copy, bindingFile), bindings.replace('\n  sessionLeak: {', binding));
  expect(typeErrors('session')).toEqual([]);
  expect(runSource('dev/demo/src/faults/main.ts', 'list')).toMatch(/^sessionSlow {2}/m);

  const changed = [
    ...git('diff', '--name-only').split('\n'),
    ...git('ls-files', '--others', '--exclude-standard', '--exclude=node_modules').split('\n'),
  ].filter(Boolean);
  const generated = new Set([...generatedFiles(workspace).keys(), 'docs/faults/sessionSlow.md']);
  const byHand = changed.filter((file) => !generated.has(file)).sort();
  expect(changed.length).toBeGreaterThan(5);
  expect(byHand).toEqual([bindingFile, catalogueFile]);
});
