import { readlink } from 'node:fs/promises';
import { serviceNames, storeNames } from '@faultline/topology';
import { familyOf, type ProcessEntry } from '../processes/process-table';
import type { ShopProcesses } from './shop-processes';

/** Each works in a folder that has its name. */
const kinds: ReadonlyMap<string, string> = new Map([
  ...serviceNames.map((name) => [name, 'service'] as const),
  ...storeNames.map((name) => [name, 'store'] as const),
  ['load', 'load'],
]);

/** All processes of an `npm start` whose npm has this pid, by part. */
export const startedProcesses = async (
  npm: number,
  table: readonly ProcessEntry[],
): Promise<ShopProcesses[]> => {
  // Each part is a process group of its own, and what ends it with its starter is nobody's child.
  const family = new Set(familyOf(npm, table).flatMap(({ pid }) => familyOf(pid, table)));
  const named = await Promise.all(
    [...family].map(async (entry) => ({ entry, name: await nameOf(entry.pid, npm) })),
  );
  const groups = Map.groupBy(named, ({ name }) => name);
  return [...groups].map(([name, members]) => ({
    name,
    kind: kinds.get(name) ?? 'around',
    processes: members.map(({ entry }) => entry),
  }));
};

const nameOf = async (pid: number, npm: number): Promise<string> => {
  if (pid === npm) return 'npm';
  // A process that has just ended works nowhere.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  // Root's PostgreSQL has a mark behind its name.
  const segments = folder.split('/').map((segment) => segment.replace(/-[0-9a-f]{12}$/, ''));
  return segments.findLast((segment) => kinds.has(segment)) ?? 'supervision';
};
