import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readFaults } from '@faultline/faults';
import { describe, expect, it, vi } from 'vitest';
import { type Layout, workspaceRoot } from '../src/layout';
import { runningDemo, scratchLayout } from './running-demo';

const execute = promisify(execFile);

/** `npm run fault -- WORDS`, for the demo of a layout. */
const run = ({ directory }: Layout, ...words: string[]) =>
  execute(process.execPath, [
    join(workspaceRoot, 'dev/demo/dist/fault.js'),
    ...words,
    '--directory',
    directory,
  ]);

describe('the exit code of npm run fault', () => {
  it('is 2 for a setting that is out of bounds', async () => {
    const { layout } = await runningDemo();
    await expect(run(layout, 'on', 'payment', '--rate', '101')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^.*rate must be <= 100.*\n$/),
    });
  });

  it('is 1 when no shop runs', async () => {
    await expect(run(await scratchLayout(), 'status')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^No shop runs here.*\n$/),
    });
  });
});

describe('npm run fault -- schedule', () => {
  it('ends at Ctrl-C, with its fault off', async () => {
    const { layout } = await runningDemo();
    const running = run(layout, 'schedule', 'payment', '--every', '70s', '--for', '69s', '--blind');
    await vi.waitFor(
      async () => expect(readFaults(await readFile(layout.faults, 'utf8'))).toHaveLength(1),
      { timeout: 30_000 },
    );
    running.child.kill('SIGINT');
    const { stdout } = await running;
    expect(stdout).toMatch(
      /seed \d+.*\n.* A fault is on\n.* A fault is off\nThe schedule has ended\n$/,
    );
    expect(readFaults(await readFile(layout.faults, 'utf8'))).toEqual([]);
  });
});
