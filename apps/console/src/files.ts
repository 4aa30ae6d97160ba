import { rename, writeFile } from 'node:fs/promises';

/** Replaces a file as a whole: whoever reads it finds the old contents or the new, also after a kill. */
export const writeAtomically = async (
  file: string,
  contents: Iterable<Uint8Array>,
): Promise<void> => {
  const draft = `${file}.draft`;
  await writeFile(draft, contents, { mode: 0o600 });
  await rename(draft, file);
};

/** Whether a file does not exist. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
