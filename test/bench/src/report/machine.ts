import { execFile } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { workspaceRoot } from '../workspace';

/** What readings depend on beside the code. */
export interface Machine {
  cores: number;
  processor: string;
  memoryGigabytes: number;
  platform: string;
  node: string;
  /** The checkout's commit; `+` after it means that files differ from it. */
  commit: string;
  /** Processes that wanted a core in the last minute, before the bench began. */
  load: number;
}

export const readMachine = async (): Promise<Machine> => ({
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGigabytes: Math.round(totalmem() / 1e9),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
  commit: await commit(),
  load: loadavg()[0] ?? 0,
});

/** One line for people. */
export const machineLine = (machine: Machine): string =>
  [
    `${machine.cores} × ${machine.processor}`,
    `${machine.memoryGigabytes} GB`,
    machine.platform,
    `Node ${machine.node}`,
    `commit ${machine.commit}`,
    `load average before: ${machine.load.toFixed(1)}`,
  ].join(' · ');

const run = promisify(execFile);

const commit = async (): Promise<string> => {
  const git = (...parameters: string[]) => run('git', parameters, { cwd: workspaceRoot });
  try {
    const { stdout: head } = await git('rev-parse', '--short', 'HEAD');
    const { stdout: changes } = await git('status', '--porcelain');
    return head.trim() + (changes.trim() ? '+' : '');
  } catch {
    // Not a clone: the sources came as an archive.
    return 'unknown';
  }
};
