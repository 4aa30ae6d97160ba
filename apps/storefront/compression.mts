import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = new Set(['.html', '.js', '.css', '.svg']);

/** Bytes; what fits into one packet anyway gains nothing. */
const worthwhile = 1_024;

/** The best quality, 11, takes five times as long for 5 % less. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const compress = async (path: string): Promise<void> => {
  const text = await readFile(path);
  if (text.length < worthwhile) return;
  await writeFile(`${path}.br`, await promisify(brotliCompress)(text, brotli));
  await writeFile(`${path}.gz`, await promisify(gzip)(text));
};

/** Puts a Brotli and a gzip version beside each text of the build, for the server to choose from. */
export const precompressed = (): Plugin => ({
  name: 'fieldnote-precompressed',
  writeBundle: {
    // After everything that writes into the output.
    order: 'post',
    sequential: true,
    handler: async ({ dir }) => {
      if (!dir) return;
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && texts.has(extname(entry.name)));
      await Promise.all(files.map((file) => compress(join(file.parentPath, file.name))));
    },
  },
});
