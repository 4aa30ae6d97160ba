import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where packages put programs that an ordinary user's PATH may lack. */
const alwaysLookedAt = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The directories of PATH. */
export const onPath = (): string[] => (process.env.PATH ?? '').split(delimiter).filter(Boolean);

/** The absolute path of the first of these programs that some directory has; the names go first. */
export const findProgram = async (
  names: readonly string[],
  directories: readonly string[] = [...onPath(), ...alwaysLookedAt],
): Promise<string | undefined> => {
  const paths = names.flatMap((name) => directories.map((directory) => join(directory, name)));
  for (const path of paths) if (await isExecutable(path)) return path;
  return undefined;
};

export const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
