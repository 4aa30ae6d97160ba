import { join, resolve } from 'node:path';
import { type SwitchFiles, switchFilesIn } from '@faultline/faults';

/** The root of the repository, as found from `dev/demo/src` and from `dev/demo/dist`. */
export const workspaceRoot = resolve(__dirname, '../../..');

/** The directory of all files that `npm start` writes. */
export const defaultDirectory = join(workspaceRoot, '.faultline');

/** Node's compile cache, kept between starts. It belongs to the checkout, not to the data. */
export const compileCache = join(defaultDirectory, 'compile-cache');

export interface Layout extends SwitchFiles {
  directory: string;
  lock: string;
  logs: string;
  stores: string;
  secrets: string;
  /** The directory of what the console keeps. */
  console: string;
}

/** The files of one demo, under its directory. */
export const layoutIn = (directory: string): Layout => ({
  directory,
  lock: join(directory, 'lock'),
  logs: join(directory, 'logs'),
  stores: join(directory, 'stores'),
  secrets: join(directory, 'secrets.json'),
  console: join(directory, 'console'),
  ...switchFilesIn(directory),
});
