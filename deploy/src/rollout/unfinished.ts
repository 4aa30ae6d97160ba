import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Type } from 'typebox';
import { ClusterError } from '../cluster/programs';
import { readJson } from '../read-json';

const Unfinished = Type.Object({ before: Type.Integer() });

/**
 * Writes a file with the revision that runs before a command changes the release. The command calls the result when it has
 * ended, also after it has reverted, which removes the file: it is left by a command that was killed, or could not revert.
 */
export const markUnfinished = async (
  file: string | undefined,
  before: number,
): Promise<() => Promise<void>> => {
  if (file === undefined) return async () => undefined;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ before })}\n`);
  return () => rm(file, { force: true });
};

/** The revision before a command that has not ended; undefined if there is no such file. Throws a ClusterError. */
export const readUnfinished = async (file: string): Promise<number | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new ClusterError(`--unfinished: ${error.message}`);
  });
  return text === undefined ? undefined : readJson(file, Unfinished, text).before;
};

export const removeUnfinished = (file: string): Promise<void> => rm(file, { force: true });
