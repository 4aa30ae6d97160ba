import { BenchError } from '../bench';
import { readProc } from './linux-stat';
import type { ProcessEntry } from './process-entry';
import { runPs } from './ps-listing';

/** All processes of this machine at one moment. */
export const processTable = (): Promise<ProcessEntry[]> =>
  process.platform === 'linux' ? readProc() : runPs();

/** A process, its descendants, and those of its process group that are not its children any more. */
export const familyOf = (pid: number, table: readonly ProcessEntry[]): ProcessEntry[] => {
  const own = table.filter((entry) => entry.pid === pid || entry.group === pid);
  const family = new Set(own);
  // A set that grows while it is walked is walked to its new end.
  for (const { pid: member } of family) {
    for (const entry of table) if (entry.parent === member) family.add(entry);
  }
  return [...family];
};

/** The CPU time of a process and its family so far, in seconds. */
export const familyCpuSeconds = (pid: number, table: readonly ProcessEntry[]): number =>
  familyOf(pid, table).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);

/** The CPU time of one running process so far, in seconds. */
export const cpuSecondsOf = async (pid: number): Promise<number> => {
  const entry = (await processTable()).find((candidate) => candidate.pid === pid);
  if (!entry) throw new BenchError(`process ${pid} has ended before it was measured`);
  return entry.cpuSeconds;
};
