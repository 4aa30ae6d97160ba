import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from '../process-tree';

/**
 * Removes `postmaster.pid` when its pid now belongs to another program. PostgreSQL itself
 * removes the file of a dead server, but takes any live process of that pid for a server.
 */
export const removeStalePidFile = async (cluster: string): Promise<void> => {
  const file = join(cluster, 'postmaster.pid');
  // No file: the server was stopped in order.
  const [pid] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (!pid) return;
  const command = await commandLine(Number(pid));
  if (command !== undefined && !command.includes('postgres')) await rm(file, { force: true });
};
