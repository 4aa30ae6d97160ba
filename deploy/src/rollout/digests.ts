import { readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import { ClusterError } from '../cluster/programs';
import { readJson } from '../read-json';

/** By the name of an image. */
const Digests = Type.Record(Type.String(), Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }));

/** The digests of images in a file that `npm run images` has written; none without a file. */
export const readDigests = async (
  file: string | undefined,
): Promise<ReadonlyMap<string, string>> => {
  if (file === undefined) return new Map();
  try {
    return new Map(Object.entries(readJson(file, Digests, await readFile(file, 'utf8'))));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ClusterError(`--digests: ${why}`, { cause: error });
  }
};
