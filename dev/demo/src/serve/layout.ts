import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@faultline/topology';

/** The directory of the data of a served service's stores, separate from the demo's. */
export const servedDirectory = (directory: string, service: ServiceName): string =>
  join(directory, 'serve', service);

/** The directories of all services that have been served. */
export const servedDirectories = async (directory: string): Promise<string[]> => {
  const parent = join(directory, 'serve');
  // No service has been served yet.
  const names = await readdir(parent).catch(() => []);
  return names.map((name) => join(parent, name));
};
