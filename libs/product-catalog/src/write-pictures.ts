import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listings } from './listings';
import { picture } from './picture';

/**
 * Writes `<product id>.svg` for every product into a directory, which it creates if it is missing.
 * Returns the number of files.
 */
export const writePictures = async (directory: string): Promise<number> => {
  await mkdir(directory, { recursive: true });
  await Promise.all(
    listings.map(({ product }) =>
      writeFile(join(directory, `${product.id}.svg`), picture(product)),
    ),
  );
  return listings.length;
};
