import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Static, Type } from 'typebox';
import { ClusterError } from '../cluster/programs';
import { readJson } from '../read-json';
import { descriptionOf, type Step } from './step';

const Unfinished = Type.Object({
  /** The revision that ran before the command. */
  before: Type.Integer(),
  /** The descriptions of the revisions that the command makes, in their order. Files of older versions have none. */
  steps: Type.Optional(Type.Array(Type.String())),
});
export type Unfinished = Static<typeof Unfinished>;

/**
 * Writes a file about a command before it changes the release. The command calls the result when it has ended, also after it has
 * reverted, which removes the file: it is left by a command that was killed, or could not revert.
 */
export const markUnfinished = async (
  file: string | undefined,
  before: number,
  steps: readonly Step[],
): Promise<() => Promise<void>> => {
  if (file === undefined) return async () => undefined;
  await mkdir(dirname(file), { recursive: true });
  const unfinished: Unfinished = { before, steps: steps.map(descriptionOf) };
  await writeFile(file, `${JSON.stringify(unfinished)}\n`);
  return () => rm(file, { force: true });
};

/** What the file says of a command that has not ended; undefined if there is no such file. Throws a ClusterError. */
export const readUnfinished = async (file: string): Promise<Unfinished | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new ClusterError(`--unfinished: ${error.message}`);
  });
  return text === undefined ? undefined : readJson(file, Unfinished, text);
};

export const removeUnfinished = (file: string): Promise<void> => rm(file, { force: true });
