import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import ts from 'typescript';
import { expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');

const Target = Type.Object({
  dependsOn: Type.Array(Type.Object({ projects: Type.Array(Type.String()) })),
});
const Manifest = Type.Object({
  nx: Type.Object({ targets: Type.Object({ 'typecheck-all': Target }) }),
});

/** The packages that have a check of their own, since they are compiled with other options. */
const checkedAlone = new Set(
  Parse(
    Manifest,
    JSON.parse(readFileSync(join(workspace, 'tools/package.json'), 'utf8')),
  ).nx.targets['typecheck-all'].dependsOn.flatMap(({ projects }) => projects),
);

const parsed = (file: string) => {
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(file), {}, file);
};

/** The options by which two programs may find other errors in the same files. */
const checksOf = ({
  rootDir,
  configFilePath,
  customConditions,
  allowImportingTsExtensions,
  ...checks
}: ts.CompilerOptions) => checks;

const whole = parsed(join(workspace, 'tsconfig.workspace.json'));
const packages = globSync('{*,{apps,libs,dev,test}/*}/tsconfig.json', { cwd: workspace })
  .map(dirname)
  .filter((folder) => !checkedAlone.has(folder.split('/').at(-1) ?? ''));

it.each(packages)('the files of %s are among those that are checked in one program', (folder) => {
  const own = parsed(join(workspace, folder, 'tsconfig.json'));
  expect(own.fileNames.length).toBeGreaterThan(0);
  expect(own.fileNames.filter((file) => !whole.fileNames.includes(file))).toEqual([]);
  expect(checksOf(own.options)).toEqual(checksOf(whole.options));
});

it('every package is checked, in one program or alone', () => {
  expect(checkedAlone).toEqual(new Set(['bundle', 'console-ui', 'load', 'storefront', 'ui']));
  expect(packages.length).toBeGreaterThan(20);
});
