import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { proportionalSize } from '@faultline/stores';
import { BenchError } from '../bench';

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

/** A process as the system lists it. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  /** The process group: the pid of its leader. */
  group: number;
  /** CPU time of the process in user and kernel mode, with its ended children where the system counts these. */
  cpuSeconds: number;
}

/** USER_HZ: what Linux counts CPU time in towards programs, on every architecture with a Node. */
const ticksPerSecond = 100;

/** All processes, from /proc. */
const readProc = async (): Promise<ProcessEntry[]> => {
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

const run = promisify(execFile);

/** All processes, where there is no /proc. */
const runPs = async (): Promise<ProcessEntry[]> => {
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=,pgid=,time=']);
  return stdout.trim().split('\n').map(parsePsLine);
};

/** `pid ppid pgid time`, the time as `[[days-]hours:]minutes:seconds[.hundredths]`. */
export const parsePsLine = (line: string): ProcessEntry => {
  const [pid, parent, group, time = ''] = line.trim().split(/\s+/);
  return {
    pid: Number(pid),
    parent: Number(parent),
    group: Number(group),
    cpuSeconds: secondsOf(time),
  };
};

const secondsOf = (time: string): number => {
  const [clock = '', days = '0'] = time.split('-').reverse();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
};

/** The memory of processes together in bytes (PSS). Throws where the system does not tell, which only Linux does. */
export const sizeOf = async (processes: readonly Pick<ProcessEntry, 'pid'>[]): Promise<number> => {
  if (process.platform !== 'linux')
    throw new BenchError('only Linux tells the proportional size of a process');
  const sizes = await Promise.all(processes.map(({ pid }) => proportionalSize(pid)));
  return sizes.reduce((sum, size) => sum + size, 0);
};
