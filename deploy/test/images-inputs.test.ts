import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImageName } from '../src/images/image';
import { inputsOf, type Surroundings } from '../src/images/inputs';
import { copyContext } from './images/context';

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'images-'));
  copyContext(copy);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const given: Surroundings = { version: '1.0.0', base: 'sha256:1', platforms: [] };
const names: readonly ImageName[] = ['cart', 'product', 'web-gateway', 'load'];

/** The images whose inputs are others after a change. */
const changedBy = async (change: () => void): Promise<readonly ImageName[]> => {
  const hashes = () => Promise.all(names.map((name) => inputsOf(copy, name, given)));
  const before = await hashes();
  change();
  const after = await hashes();
  return names.filter((_, index) => before[index] !== after[index]);
};

const add = (path: string) => () => appendFileSync(join(copy, path), '\n');
const create = (path: string) => () => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), 'export {};\n');
};

it.each<[string, () => void, readonly ImageName[]]>([
  ['a source of one service', add('apps/cart/src/main.ts'), ['cart']],
  ['a migration', create('apps/product/migrations/9999-more.sql'), ['product']],
  ['the storefront', add('apps/storefront/index.html'), ['web-gateway']],
  ['what front ends share', add('libs/ui/src/index.ts'), ['web-gateway']],
  ['a library of some', add('libs/product-catalog/src/index.ts'), ['product', 'web-gateway']],
  ['a library of all', add('libs/topology/src/index.ts'), names],
  ['a script of k6', create('load/k6/soak.ts'), ['load']],
  ['how it is built', add('deploy/docker/Dockerfile'), names],
  ['what is left out of it', add('deploy/docker/trim.mjs'), names],
])('%s is an input of just the images that hold it', async (_, change, expected) => {
  expect(await changedBy(change)).toEqual(expected);
});

it.each([
  ['a test', create('libs/topology/test/more.test.ts')],
  ['what is built', create('apps/cart/dist/main.js')],
  ['what a build said', create('apps/cart/.turbo/turbo-build.log')],
  ['another program', create('dev/demo/src/main.ts')],
])('%s is no input', async (_, change) => {
  expect(await changedBy(change)).toEqual([]);
});

it('depends on the version, the base and the platforms', async () => {
  const hashes = await Promise.all(
    [
      given,
      { ...given, version: '2' },
      { ...given, base: '2' },
      { ...given, platforms: ['2'] },
    ].map((surroundings) => inputsOf(copy, 'cart', surroundings)),
  );
  expect(new Set(hashes).size).toBe(4);
  expect(await inputsOf(copy, 'cart', given)).toBe(hashes[0]);
});
