import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../../..');
const scratch: string[] = [];
afterEach(() => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true });
});

const leftPad = {
  'node_modules/left-pad/package.json':
    '{ "name": "left-pad", "version": "1.3.0", "license": "WTFPL" }',
  'node_modules/left-pad/LICENSE': 'Do what you want to.',
  'node_modules/left-pad/index.js': "/*! by Azer */\nmodule.exports = (text) => ' ' + text;",
};

const bundled = (files: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  scratch.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const made = node(folder, resolve(__dirname, '../main.mjs'));
  return {
    made,
    run: () => node(folder, 'dist/main.js'),
    move: (from: string, to: string) => renameSync(join(folder, from), join(folder, to)),
    files: () => readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }),
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
  };
};

const node = (cwd: string, ...words: string[]) =>
  spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });

it('makes a program one file that runs without its packages, in the order of its imports', () => {
  const program = bundled({
    'src/main.ts':
      "import './first';\nimport pad from 'left-pad';\nimport { second } from './second';\nconsole.log(pad(second));",
    'src/first.ts': "console.log('first');",
    'src/second.ts': "console.log('before');\nexport const second: string = 'second';",
    ...leftPad,
  });
  expect(program.made.stderr).toBe('');
  expect(program.run().stdout).toBe('first\nbefore\n second\n');
});

it('makes the program of its threads another file', () => {
  const program = bundled({
    'src/main.ts':
      "import { Worker } from 'node:worker_threads';\nimport pad from 'left-pad';\nnew Worker(require('node:path').join(__dirname, 'worker.js')).on('message', (text) => console.log(pad(text)));",
    'src/worker.ts':
      "import { parentPort } from 'node:worker_threads';\nimport pad from 'left-pad';\nparentPort?.postMessage(pad(new Error('thread').stack ?? ''));",
    ...leftPad,
  });
  expect(program.made.stderr).toBe('');
  expect(program.run().stdout).toMatch(/^ {2}Error: thread\n +at .*\/src\/worker\.ts:3:\d+\)$/m);
  expect(JSON.parse(program.read('dist/packages.json'))).toEqual({
    bundled: ['left-pad@1.3.0'],
    external: [],
  });
});

it('refuses text of which Node would keep each character in two bytes', () => {
  const refused = bundled({ 'src/main.ts': "console.log('it’s'.replace(/[’]/g, ''));" });
  expect(refused.made.stderr).toContain('Write the last character as an escape');
  const narrow = bundled({ 'src/main.ts': "console.log('it’s'.replace(/[\\u2019]/g, ''));" });
  expect(narrow.made.stderr).toBe('');
  expect(narrow.run().stdout).toBe('its\n');
});

it('keeps the place and the names of sources in stack traces', () => {
  const program = bundled({
    'src/main.ts':
      "import { Refusal } from './one';\nimport * as two from './two';\nnew Refusal();\nconst refuse = () => { throw new two.Refusal('no'); };\nrefuse();",
    'src/one.ts': 'export class Refusal {}',
    'src/two.ts': 'export class Refusal extends Error {\n  override readonly name = "Refusal";\n}',
  });
  const { stderr } = program.run();
  expect(stderr).toMatch(/^Refusal: no$/m);
  expect(stderr).toMatch(/at refuse \(.*\/src\/main\.ts:4:\d+\)$/m);
  expect(stderr).toMatch(/\/src\/main\.ts:5:1\)$/m);
  expect(stderr).not.toMatch(/at .*dist\/main\.js/);
});

it('reads its source map when a stack trace is shown, and not before', () => {
  const program = bundled({
    'src/main.ts':
      "import { renameSync } from 'node:fs';\nrenameSync('dist/later', 'dist/main.js.map');\nconsole.log(new Error('shown').stack);",
  });
  program.move('dist/main.js.map', 'dist/later');
  expect(program.run().stdout).toMatch(/^Error: shown\n +at .*\/src\/main\.ts:3:\d+\)$/m);
});

it('shows the place in the bundle when there is no source map', () => {
  const program = bundled({ 'src/main.ts': "console.log(new Error('shown').stack);" });
  program.move('dist/main.js.map', 'dist/elsewhere');
  expect(program.run().stdout).toMatch(/^Error: shown\n +at .*\/dist\/main\.js:\d+:\d+\)$/m);
});

it('keeps what Node tells of an error before its stack', () => {
  const program = bundled({
    'src/main.ts':
      "import { URL as Address } from 'node:url';\ntry {\n  new Address('nowhere');\n} catch (error) {\n  console.log(Object(error).stack);\n}",
  });
  expect(program.run().stdout).toMatch(/^TypeError.*Invalid URL\n +at new URL \(node:/);
});

it('says what is in it, under which licenses', () => {
  const program = bundled({
    'src/main.ts': "import pad from 'left-pad';\nconsole.log(pad(''));",
    ...leftPad,
  });
  expect(JSON.parse(program.read('dist/packages.json'))).toEqual({
    bundled: ['left-pad@1.3.0'],
    external: [],
  });
  expect(program.read('dist/third-party-notices.txt')).toBe(
    'left-pad@1.3.0 (WTFPL)\n\nDo what you want to.\n',
  );
  expect(program.read('dist/main.js')).toContain('by Azer');
});

it('keeps the file of what packages do in stack traces', () => {
  const program = bundled({
    'src/main.ts': "import runs from 'failing';\nruns();",
    'node_modules/failing/package.json':
      '{ "name": "failing", "version": "1.0.0", "license": "MIT" }',
    'node_modules/failing/index.js':
      'const text = `two\nlines`;\nmodule.exports = function fail() {\n  throw new Error(text);\n};',
  });
  const { stderr } = program.run();
  expect(stderr).toMatch(/at fail \(.*\/node_modules\/failing\/index\.js:1:1\)$/m);
  expect(stderr).toMatch(/at .*\/src\/main\.ts:2:1\)$/m);
});

it('does without a package that another only tries', () => {
  const program = bundled({
    'src/main.ts':
      "let found = 'none';\ntry {\n  found = require('missing');\n} catch {}\nconsole.log(found);",
  });
  expect(program.made.status, program.made.stderr).toBe(0);
  expect(program.run().stdout).toBe('none\n');
});

it('leaves out what has files of its own, and names it', () => {
  const program = bundled({
    'src/main.ts': "void import('@datadog/pprof').then(({ name }) => console.log(name));",
    'node_modules/@datadog/pprof/package.json': '{ "name": "@datadog/pprof", "version": "5.0.0" }',
    'node_modules/@datadog/pprof/index.js': "exports.name = require('path').basename(__dirname);",
  });
  expect(JSON.parse(program.read('dist/packages.json'))).toEqual({
    bundled: [],
    external: ['@datadog/pprof'],
  });
  expect(program.run().stdout).toBe('pprof\n');
});

it('fails when a package does not say under which license it is', () => {
  const { made } = bundled({
    'src/main.ts': "import 'nameless';",
    'node_modules/nameless/package.json': '{ "name": "nameless", "version": "1.0.0" }',
    'node_modules/nameless/index.js': 'console.log(1);',
  });
  expect(made.status).toBe(1);
  expect(made.stderr).toContain('nameless has no license');
});

it('makes only files that Nx keeps and restores', () => {
  const program = bundled({
    'src/main.ts': "console.log('main');",
    'src/worker.ts': "console.log('worker');",
    'src/fault.ts': "console.log('fault');",
  });
  const settings: unknown = JSON.parse(readFileSync(resolve(workspace, 'nx.json'), 'utf8'));
  const outputs = program.files().map((file) => `{projectRoot}/dist/${file}`);
  expect(settings).toHaveProperty(
    'targetDefaults.bundle.outputs',
    expect.toSatisfy((kept: string[]) => kept.toSorted().join() === outputs.toSorted().join()),
  );
});
