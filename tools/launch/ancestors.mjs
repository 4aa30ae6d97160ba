import { readFileSync } from 'node:fs';

/** The pid of a process's parent; undefined when it is gone, or where the system does not tell. */
export const parentOf = (pid) => {
  if (pid === process.pid) return process.ppid;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may itself hold blanks.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
};

/** npm and npx name themselves so. */
const isNpm = (pid) => {
  try {
    return /^npm( |$)/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
  } catch {
    return false;
  }
};

/**
 * This process and those above it, each with its parent, as long as there is an npm further up: with
 * `npx nx serve cart` these are npm, a shell, nx, npm, and more shells. At least this one.
 */
export const ancestorsUpToNpm = () => {
  const chain = [];
  let last = 1;
  for (let pid = process.pid; pid !== undefined && pid > 1; pid = parentOf(pid)) {
    if (isNpm(pid)) last = chain.length;
    chain.push({ pid, parent: parentOf(pid) });
  }
  return chain.slice(0, last);
};
