import { readdirSync, readFileSync } from 'node:fs';

const variable = 'FAULTLINE_TEST_MARK';

/** What to add to the environment of a program to find again all that it has started. */
export const markWith = (mark: string): NodeJS.ProcessEnv => ({ [variable]: mark });

/** The command lines of all processes with this mark, wherever they went. Linux only. */
export const markedProcesses = (mark: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const marked = contents(`/proc/${pid}/environ`).split('\0').includes(`${variable}=${mark}`);
      return marked ? [contents(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()] : [];
    });

/** Nothing of a process that has ended meanwhile. */
const contents = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
