import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty directory, which goes with the test. */
export const scratchDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'faultline-console-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};
