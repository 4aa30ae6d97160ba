import { commandLine } from '@faultline/stores';
import type { ProcessEntry } from './process-entry';

/**
 * The processes between npm and this one, npm's included; none when no npm started this one.
 * They weigh what those around `npm start` do.
 */
export const wrappers = async (table: readonly ProcessEntry[]): Promise<ProcessEntry[]> => {
  const ancestors: ProcessEntry[] = [];
  const parentOf = (pid: number) => {
    const parent = table.find((entry) => entry.pid === pid)?.parent;
    return table.find((entry) => entry.pid === parent);
  };
  for (let next = parentOf(process.pid); next; next = parentOf(next.pid)) {
    ancestors.push(next);
    // npm's title is what it was asked for: `npm run bench`.
    if (/^npm /.test((await commandLine(next.pid)) ?? '')) return ancestors;
  }
  return [];
};
