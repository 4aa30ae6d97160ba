import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture, products, writePictures } from '../src/index';

let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'catalogue-'));
});

afterAll(() => rm(scratch, { recursive: true }));

it('writes one file a product, into a directory it makes, as often as it is asked', async () => {
  const directory = join(scratch, 'images', 'products');
  expect(await writePictures(directory)).toBe(products.length);
  expect(await writePictures(directory)).toBe(products.length);

  const files = await readdir(directory);
  expect(files.sort()).toEqual(products.map(({ id }) => `${id}.svg`).sort());
  for (const product of products.slice(0, 5))
    expect(await readFile(join(directory, `${product.id}.svg`), 'utf8')).toBe(picture(product));
});
