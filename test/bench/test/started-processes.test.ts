import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { processTable } from '../src/processes/process-table';
import { startedProcesses } from '../src/shop/started-processes';

let root: string;
let npm: ChildProcess;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
});

afterEach(async () => {
  npm.kill('SIGKILL');
  await once(npm, 'exit');
  rmSync(root, { recursive: true });
});

/** An npm in the root of a checkout, and its children, each in a folder of its own; all wait for the end of npm. */
const startIn = async (...folders: string[]): Promise<number> => {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  const children = folders.map((folder) => `(cd ${folder} && exec cat <&3) &`).join(' ');
  npm = spawn('/bin/sh', ['-c', `exec 3<&0; ${children} echo started; exec cat`], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (!npm.stdout || npm.pid === undefined) throw new Error('the shell did not start');
  await once(npm.stdout, 'data');
  return npm.pid;
};

it.runIf(process.platform === 'linux')(
  'names what npm start has started by its part, and nothing else',
  async () => {
    const pid = await startIn(
      ...['apps/cart', 'stores/cart-data', 'stores/cart-data-replica', 'load', 'elsewhere'],
      'lib/product-data-0123456789ab/data',
    );
    await expect
      .poll(async () => {
        const started = await startedProcesses(pid, await processTable());
        return started.map(({ name, kind, processes }) => [name, kind, processes.length]).sort();
      })
      .toEqual([
        ['cart', 'service', 1],
        ['cart-data', 'store', 1],
        ['cart-data-replica', 'store', 1],
        ['load', 'load', 1],
        ['npm', 'around', 1],
        ['product-data', 'store', 1],
        ['supervision', 'around', 1],
      ]);
  },
);
