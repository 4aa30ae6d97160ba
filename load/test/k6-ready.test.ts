import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Journey } from '../src/journeys';
import { openShop } from './fixture/shop';
import { visitor } from './fixture/visitor';

const folder = join(__dirname, '../src/journeys');
const files = readdirSync(folder);

/** The file as k6 would run it: without its types. */
const withoutTypes = (file: string, module: ts.ModuleKind): string =>
  ts.transpileModule(readFileSync(join(folder, file), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module, verbatimModuleSyntax: false },
  }).outputText;

/** Runs the journeys in an engine that has the language and nothing of Node, as k6's has. */
const loadWithoutNode = (): Journey[] => {
  const context = createContext(Object.create(null));
  const loaded = new Map<string, object>();
  const load = (path: string): object => {
    const file = path.replace('./', '');
    const exports = loaded.get(file) ?? {};
    if (!loaded.has(file)) {
      loaded.set(file, exports);
      const code = withoutTypes(file, ts.ModuleKind.CommonJS);
      runInContext(`(exports, require) => { ${code}\n}`, context)(exports, load);
    }
    return exports;
  };
  return Reflect.get(load('./index.ts'), 'journeys');
};

describe('k6 can run the journeys', () => {
  it.each(files)('%s imports only its neighbours, by their .ts names', (file) => {
    const imports = ts.preProcessFile(withoutTypes(file, ts.ModuleKind.ESNext)).importedFiles;
    const strangers = imports.filter(({ fileName }) => !files.includes(fileName.replace('./', '')));
    expect(strangers).toEqual([]);
  });

  it('in an engine without Node', async () => {
    const shop = await openShop();
    for (const { run } of loadWithoutNode()) {
      const { shopper, leave } = visitor(shop.url);
      await run(shopper);
      await leave();
    }
    await shop.close();
    expect(shop.seen.map(({ name }) => name)).toContain('order');
  });
});
