import { readdir, readFile } from 'node:fs/promises';
import type { ProcessEntry } from './process-entry';

/** USER_HZ: what Linux counts CPU time in towards programs, on every architecture with a Node. */
const ticksPerSecond = 100;

/** All processes, from /proc. */
export const readProc = async (): Promise<ProcessEntry[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(
    // One that has ended meanwhile is not listed.
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  return texts.filter(Boolean).map(parseStat);
};

/** One line of /proc/PID/stat; the fields are counted from 1 in proc_pid_stat(5). */
export const parseStat = (text: string): ProcessEntry => {
  // The second field is the program's name in parentheses, which may itself hold blanks.
  const rest = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(rest[number - 3]);
  const ticks = [14, 15, 16, 17].reduce((sum, number) => sum + field(number), 0);
  return {
    pid: Number.parseInt(text, 10),
    parent: field(4),
    group: field(5),
    cpuSeconds: ticks / ticksPerSecond,
  };
};
