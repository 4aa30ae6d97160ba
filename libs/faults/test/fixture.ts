import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type FaultKey,
  type FaultRequest,
  type Faults,
  renderFaults,
  switchOn,
  watchFaults,
} from '../src';

export const on = (key: FaultKey, settings: Parameters<typeof switchOn>[1] = {}): string =>
  renderFaults([switchOn(key, settings)]);
export const off = renderFaults([]);

export const scratch = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-faults-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

interface Watched {
  faults: Faults;
  file: string;
  /** The request in progress. */
  current: { request: FaultRequest | undefined };
  errors: (string | undefined)[];
}

export const watch = async (text = off, version = '1.0.0'): Promise<Watched> => {
  const file = join(await scratch(), 'faults.yaml');
  await writeFile(file, text);
  return watchFile(file, version);
};

export const watchFile = async (file: string, version = '1.0.0'): Promise<Watched> => {
  const current: Watched['current'] = { request: { requestId: 'request-1' } };
  const errors: (string | undefined)[] = [];
  const faults = await watchFaults({
    file,
    version,
    request: () => current.request,
    onLoaded: (error) => errors.push(error?.message),
  });
  onTestFinished(() => faults.stop());
  return { faults, file, current, errors };
};

export const soon = { timeout: 10_000, interval: 20 };
