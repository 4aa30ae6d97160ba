import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderFaults } from '@faultline/faults';
import { onTestFinished } from 'vitest';
import { acquireLock } from '../src/guards/lock';
import { layoutIn } from '../src/layout';
import { makeDirectories } from '../src/make-directories';

/** The files of a demo that never ran. */
export const scratchLayout = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-switches-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return layoutIn(directory);
};

/** The files of a demo that runs, with nothing on. */
export const runningDemo = async (portBase = 8080) => {
  const layout = await scratchLayout();
  await makeDirectories(layout);
  const lock = await acquireLock(layout.lock, portBase);
  await writeFile(layout.faults, renderFaults([]));
  return { layout, lock };
};
