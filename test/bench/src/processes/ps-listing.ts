import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ProcessEntry } from './process-entry';

const run = promisify(execFile);

/** All processes, where there is no /proc. */
export const runPs = async (): Promise<ProcessEntry[]> => {
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
