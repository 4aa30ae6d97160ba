import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A fresh clone of this workspace, which the test files share. */
    clone: string;
  }
}

export default ({ provide }: TestProject): (() => void) => {
  const directory = mkdtempSync(join(tmpdir(), 'faultline-clone-'));
  const clone = join(directory, 'faultline');
  execFileSync('git', ['clone', '-q', resolve(__dirname, '../../..'), clone]);
  provide('clone', clone);
  return () => rmSync(directory, { recursive: true, force: true });
};
