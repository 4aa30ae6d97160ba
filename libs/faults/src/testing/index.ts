import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderFaults } from '../fault-file';
import type { FaultKey } from '../fault-keys';
import { type SettingValue, switchOn } from '../switched';

/** A file of faults for one test, in which no fault is on at first. */
export interface TestFaults {
  /** For FAULTS_FILE. */
  file: string;
  /** Switches one fault on and all others off; without a key, all are off. */
  switchTo(key?: FaultKey, settings?: Readonly<Record<string, SettingValue>>): Promise<void>;
  remove(): Promise<void>;
}

export const testFaults = async (): Promise<TestFaults> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-faults-'));
  const file = join(directory, 'faults.yaml');
  const switchTo: TestFaults['switchTo'] = (key, settings = {}) =>
    writeFile(file, renderFaults(key ? [switchOn(key, settings)] : []));
  await switchTo();
  return { file, switchTo, remove: () => rm(directory, { recursive: true, force: true }) };
};
