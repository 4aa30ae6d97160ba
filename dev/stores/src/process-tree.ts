import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The pids of a process's children; none when it is gone. */
export const childPids = async (pid: number): Promise<number[]> => {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() =>
    // Not Linux. pgrep fails when there is no child.
    run('pgrep', ['-P', String(pid)]).then(
      ({ stdout }) => stdout,
      () => '',
    ),
  );
  return listed.split(/\s+/).filter(Boolean).map(Number);
};

/**
 * What tells a process from a later one with the same pid: when it started, in a form that
 * depends on the system. Undefined when there is no such process.
 */
export const processIdentity = async (pid: number): Promise<string | undefined> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [boot] = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).split('\n');
    // The second field is the program's name in parentheses, which may itself hold blanks;
    // the start time is the 22nd.
    const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot}/${startTime}`;
  } catch {
    // Not Linux, or no such process. ps fails when there is none.
    return run('ps', ['-p', String(pid), '-o', 'lstart=']).then(
      ({ stdout }) => stdout.trim() || undefined,
      () => undefined,
    );
  }
};

/** The program and arguments of a process, separated by blanks; undefined when there is none. */
export const commandLine = async (pid: number): Promise<string | undefined> => {
  const own = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (own !== undefined) return own.replaceAll('\0', ' ').trim();
  // Not Linux, or no such process. ps fails when there is none.
  return run('ps', ['-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
};

/**
 * The memory of a process in bytes, with each shared page divided among all that share it (PSS); 0 for a process that
 * has just ended. Only on Linux.
 */
export const proportionalSize = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(text) ?? [];
  return Number(kilobytes ?? 0) * 1024;
};
