import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const workspace = join(__dirname, '../..');
/** Beside the load's own files: what stands alone. */
const plain = [
  'libs/contracts/src/guards.ts',
  'libs/contracts/src/request-id.ts',
  'libs/contracts/src/shop-endpoints.ts',
  'libs/contracts/src/target.ts',
  'libs/slo/src/journey-steps.ts',
  'libs/slo/src/objectives.ts',
];
const scripts = globSync('load/k6/**/*.ts', { cwd: workspace, exclude: ['**/*.d.ts'] });

/** What is left of a file's imports when its types are gone. */
const importsOf = (file: string): string[] => {
  const { outputText } = ts.transpileModule(readFileSync(join(workspace, file), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  return ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName);
};

// The image of the load holds these files and no packages.
it.each(scripts)('%s imports only what k6 and its image have', (file) => {
  const files = importsOf(file)
    .filter((name) => !/^k6(\/|$)/.test(name))
    .map((name) => relative(workspace, join(workspace, dirname(file), name)));
  const known = (path: string) =>
    (/^load\/(k6|src\/journeys)\/.+\.ts$/.test(path) || plain.includes(path)) &&
    existsSync(join(workspace, path));
  expect(files.filter((path) => !known(path))).toEqual([]);
});

it.each(plain)('%s imports nothing', (file) => {
  expect(importsOf(file)).toEqual([]);
});
