import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { expect } from 'vitest';
import type { Scratch } from '../scratch';
import type { Addition } from './addition';

/** Compiles the generator alone: `nx build tools` would compile everything that the tools are made of. */
const compileGenerator = (scratch: Scratch): void => {
  const folder = 'tools/src/new-service';
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  mkdirSync(join(scratch.path, 'tools/dist/new-service'), { recursive: true });
  for (const file of readdirSync(join(scratch.path, folder)).filter((name) => /\.ts$/.test(name)))
    scratch.write(
      `tools/dist/new-service/${basename(file, '.ts')}.js`,
      ts.transpileModule(scratch.read(`${folder}/${file}`), { compilerOptions }).outputText,
    );
};

const generateService = (scratch: Scratch, name: string) =>
  scratch.run(process.execPath, [
    'node_modules/nx/dist/bin/nx.js',
    ...['generate', '@faultline/tools:service', name],
  ]);

export const service: Addition = {
  name: 'a service is added by a folder, an entry of the topology and a table of routes; the rest is generated',
  add: (scratch) => {
    compileGenerator(scratch);
    const refused = generateService(scratch, 'a_b');
    expect(refused.status).not.toBe(0);
    expect(refused.output).toContain('name');

    const { status, output } = generateService(scratch, 'wish-list');
    expect(status, output).toBe(0);
    expect(scratch.read('libs/topology/src/services.ts')).toMatch(
      /'wish-list': \{\n {4}title: .*\n {4}port: 8086,/,
    );
    expect(scratch.changedByHand()).toEqual([
      'apps/wish-list/package.json',
      'apps/wish-list/src/main.ts',
      'apps/wish-list/src/routes.ts',
      'apps/wish-list/src/service.ts',
      'apps/wish-list/test/routes.test.ts',
      'apps/wish-list/tsconfig.json',
      'apps/wish-list/vitest.config.mts',
      'libs/contracts/src/wish-list.ts',
      'libs/topology/src/services.ts',
    ]);

    // All packages: whatever has to say something of each service would miss this one.
    expect(scratch.typeErrors()).toEqual([]);
    const linter = ['check', 'apps/wish-list', 'libs/contracts', 'libs/topology'];
    const lint = scratch.run('node_modules/.bin/biome', linter);
    expect(lint.status, lint.output).toBe(0);
    const tested = scratch.run('npm', ['test'], 'apps/wish-list');
    expect(tested.status, tested.output).toBe(0);
    expect(JSON.parse(scratch.read('.test-results/wish-list.json'))).toMatchObject({
      numPassedTests: 1,
      numTotalTests: 1,
    });
  },
};
