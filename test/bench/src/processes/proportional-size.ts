import { readFile } from 'node:fs/promises';
import { BenchError } from '../bench';
import type { ProcessEntry } from './process-entry';

/**
 * Bytes that processes take together, each shared page divided among all who share it (PSS).
 * Throws where the system does not tell, which only Linux does.
 */
export const proportionalSize = async (
  processes: readonly Pick<ProcessEntry, 'pid'>[],
): Promise<number> => {
  if (process.platform !== 'linux')
    throw new BenchError('only Linux tells the proportional size of a process');
  const sizes = await Promise.all(processes.map(({ pid }) => sizeOf(pid)));
  return sizes.reduce((sum, size) => sum + size, 0);
};

const sizeOf = async (pid: number): Promise<number> => {
  // A process that has just ended takes nothing.
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(text) ?? [];
  return Number(kilobytes ?? 0) * 1024;
};
