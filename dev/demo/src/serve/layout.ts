import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@faultline/topology';

/** Where the stores of a served service keep their data, apart from the demo's. */
export const servedDirectory = (directory: string, service: ServiceName): string =>
  join(directory, 'serve', service);

/** Those of all services that were ever served. */
export const servedDirectories = async (directory: string): Promise<string[]> => {
  const parent = join(directory, 'serve');
  // None was served yet.
  const names = await readdir(parent).catch(() => []);
  return names.map((name) => join(parent, name));
};
