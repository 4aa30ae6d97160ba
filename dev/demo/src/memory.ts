import { readFile } from 'node:fs/promises';
import { childPids } from '@faultline/stores';

/**
 * The memory of processes and all their descendants in bytes, as proportional set size (PSS). Undefined
 * except on Linux.
 */
export const memoryOf = async (pids: readonly number[]): Promise<number | undefined> =>
  process.platform === 'linux' ? familySizes(pids) : undefined;

const familySizes = async (pids: readonly number[]): Promise<number> => {
  const sizes = await Promise.all(
    pids.map(async (pid) => (await ownSize(pid)) + (await familySizes(await childPids(pid)))),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

const ownSize = async (pid: number): Promise<number> => {
  // A process that has just ended uses no memory.
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(text) ?? [];
  return Number(kilobytes ?? 0) * 1024;
};
