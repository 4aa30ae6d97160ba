import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterEach, describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const scratch: string[] = [];

afterEach(() => {
  for (const directory of scratch.splice(0)) rmSync(directory, { recursive: true });
});

const Manifest = Type.Object({ scripts: Type.Object({ knip: Type.String() }) });

/** `npm run knip` in a workspace. */
const knip = (directory: string) => {
  const manifest = readFileSync(join(workspace, 'package.json'), 'utf8');
  const { scripts } = Parse(Manifest, JSON.parse(manifest));
  const [, ...options] = scripts.knip.split(' ');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(workspace, 'node_modules/knip/bin/knip.js'), ...options],
    { cwd: directory, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { status, output: stdout + stderr };
};

const sound = {
  'package.json': JSON.stringify({ name: 'sound', workspaces: ['libs/*'] }),
  'libs/price/package.json': JSON.stringify({
    name: '@faultline/price',
    exports: { '.': { '@faultline/source': './src/index.ts', default: './dist/index.js' } },
  }),
  'libs/price/src/index.ts': "export { euros } from './euros';\n",
  'libs/price/src/euros.ts': 'export const euros = (cents: number) => cents / 100;\n',
  'libs/shelf/package.json': JSON.stringify({
    name: '@faultline/shelf',
    dependencies: { '@faultline/price': '0.1.0' },
  }),
  'libs/shelf/test/shelf.test.ts': "import { euros } from '@faultline/price';\neuros(100);\n",
};

/** A small workspace under the rules of this one. */
const workspaceWith = (files: Readonly<Record<string, string>>): string => {
  const directory = mkdtempSync(join(tmpdir(), 'dead-code-'));
  scratch.push(directory);
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const settings = { extends: '../../tsconfig.base.json' };
  const build = { rootDir: 'src', outDir: 'dist' };
  for (const name of ['price', 'shelf'])
    writeFileSync(
      join(directory, 'libs', name, 'tsconfig.build.json'),
      JSON.stringify({ ...settings, compilerOptions: build }),
    );
  for (const file of ['knip.json', 'tsconfig.base.json'])
    cpSync(join(workspace, file), join(directory, file));
  // As npm links workspaces.
  mkdirSync(join(directory, 'node_modules/@faultline'), { recursive: true });
  symlinkSync('../../libs/price', join(directory, 'node_modules/@faultline/price'));
  return directory;
};

describe('dead code', () => {
  it('is nowhere in this workspace', { timeout: 120_000 }, () => {
    const { status, output } = knip(workspace);
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  it('is not what another package uses', () => {
    const { status, output } = knip(workspaceWith({}));
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'an export that is used in its own file only',
      {
        'libs/price/src/euros.ts':
          'export const hundred = 100;\nexport const euros = (cents: number) => cents / hundred;\n',
      },
      /Unused exports.*hundred +libs\/price\/src\/euros\.ts/s,
    ],
    [
      'an export that a library offers to nobody',
      {
        'libs/price/src/index.ts': "export { cents, euros } from './euros';\n",
        'libs/price/src/euros.ts':
          'export const cents = (euros: number) => euros * 100;\nexport const euros = (amount: number) => amount / 100;\n',
      },
      /Unused exports.*cents +libs\/price\/src\/index\.ts/s,
    ],
    [
      'a file that nothing imports',
      { 'libs/price/src/dollars.ts': 'export const dollars = 1;\n' },
      /Unused files.*libs\/price\/src\/dollars\.ts/s,
    ],
    [
      'a dependency that nothing imports',
      {
        'libs/shelf/package.json': JSON.stringify({
          name: '@faultline/shelf',
          dependencies: { '@faultline/price': '0.1.0', ms: '2.1.3' },
        }),
      },
      /Unused dependencies.*ms +libs\/shelf\/package\.json/s,
    ],
  ])('is %s', (_, files, report) => {
    const { status, output } = knip(workspaceWith(files));
    expect(output).toMatch(report);
    expect(status).toBe(1);
  });
});
