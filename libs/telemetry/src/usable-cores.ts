import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The limits of the control group of a process in a container. */
const controlGroup = '/sys/fs/cgroup';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // Another version of control groups, or another system: no limit is known.
    return '';
  }
};

/** The quota and its period, of version 2 or 1: `50000 100000` is half a core, `max` and -1 are no limit. */
const quotaIn = (directory: string): string =>
  read(join(directory, 'cpu.max')) ||
  ['quota', 'period'].map((name) => read(join(directory, `cpu/cpu.cfs_${name}_us`))).join(' ');

/** The cores that JavaScript can use: the one on which it runs, or less if the limit of the control group is lower. */
export const usableCores = (directory = controlGroup): number => {
  const [quota, period] = quotaIn(directory).split(' ').map(Number);
  const cores = (quota ?? Number.NaN) / (period ?? Number.NaN);
  return cores > 0 && cores < 1 ? cores : 1;
};
