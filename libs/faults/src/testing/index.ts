import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultKey } from '../fault-keys';
import { renderFlags } from '../flag-file';
import { type SettingValue, switchOn } from '../switched';

/** A file of flags of a test's own, in which nothing is on at first. */
export interface TestFlags {
  /** For FAULTS_FILE. */
  file: string;
  /** Switches one fault on and all others off; without a key, all are off. */
  switchTo(key?: FaultKey, settings?: Readonly<Record<string, SettingValue>>): Promise<void>;
  remove(): Promise<void>;
}

export const testFlags = async (): Promise<TestFlags> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-flags-'));
  const file = join(directory, 'faults.json');
  const switchTo: TestFlags['switchTo'] = (key, settings = {}) =>
    writeFile(file, renderFlags(key ? [switchOn(key, settings)] : []));
  await switchTo();
  return { file, switchTo, remove: () => rm(directory, { recursive: true, force: true }) };
};
