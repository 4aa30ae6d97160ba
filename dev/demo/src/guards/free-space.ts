import { statfs } from 'node:fs/promises';
import { DemoError } from '../demo-error';

/** Two new databases, their write-ahead logs, four append-only files and the logs, with room to grow. */
const neededBytes = 300e6;

/** Throws when the disk that holds `directory` has too little room to start. */
export const checkFreeSpace = async (directory: string, needed = neededBytes): Promise<void> => {
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  if (free >= needed) return;
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1e6)} MB`;
  throw new DemoError(
    `The disk is nearly full: ${directory} has ${megabytes(free)} left and the demo needs ${megabytes(needed)}; free some, then start again`,
  );
};
