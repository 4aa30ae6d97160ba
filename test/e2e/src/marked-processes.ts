import { readdirSync, readFileSync } from 'node:fs';

const variable = 'FAULTLINE_TEST_MARK';

/** What to add to the environment of a program to find again all that it has started. */
export const markWith = (mark: string): NodeJS.ProcessEnv => ({ [variable]: mark });

export interface MarkedProcess {
  pid: number;
  /** Its command line. */
  command: string;
}

/** All processes with this mark, wherever they went. Linux only. */
export const markedProcesses = (mark: string): MarkedProcess[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const marked = contents(`/proc/${pid}/environ`).split('\0').includes(`${variable}=${mark}`);
      const command = contents(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
      return marked ? [{ pid: Number(pid), command }] : [];
    });

/** Kills those that are left, until there is none: one may start another meanwhile. */
export const killMarked = (mark: string): void => {
  for (let left = markedProcesses(mark); left.length > 0; left = markedProcesses(mark))
    for (const { pid } of left) kill(pid);
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has ended meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

/** Nothing of a process that has ended meanwhile. */
const contents = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
