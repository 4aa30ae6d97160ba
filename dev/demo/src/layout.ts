import { join, resolve } from 'node:path';

/** The repository, seen from `dev/demo/src` and from `dev/demo/dist` alike. */
export const workspaceRoot = resolve(__dirname, '../../..');

/** Where `npm start` keeps what it writes. */
export const defaultDirectory = join(workspaceRoot, '.faultline');

/** What code is compiled to, kept between starts. It belongs to the checkout, not to the data. */
export const compileCache = join(defaultDirectory, 'compile-cache');

export interface Layout {
  directory: string;
  lock: string;
  logs: string;
  stores: string;
  secrets: string;
  /** Which faults are on, for the services to watch. */
  faults: string;
  /** Who switched which fault, and when. */
  audit: string;
  /** A file for each service that somebody wants restarted. */
  restarts: string;
}

/** The files of one demo, under its directory. */
export const layoutIn = (directory: string): Layout => ({
  directory,
  lock: join(directory, 'lock'),
  logs: join(directory, 'logs'),
  stores: join(directory, 'stores'),
  secrets: join(directory, 'secrets.json'),
  faults: join(directory, 'faults.yaml'),
  audit: join(directory, 'faults-audit.log'),
  restarts: join(directory, 'restarts'),
});
