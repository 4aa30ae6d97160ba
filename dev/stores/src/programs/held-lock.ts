import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Does `work` while no other process of this machine holds the lock on `file`, which is made when it
 * is not there. The kernel lets go of the lock by whatever death. Needs util-linux, which is on
 * every Debian.
 */
export const withLock = async <Result>(
  file: string,
  work: () => Promise<Result>,
): Promise<Result> => {
  // It holds the lock until its input ends, which it also does when this process is gone.
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  await Promise.race([once(holder.stdout, 'data'), ended]);
  if (holder.exitCode !== null) throw new Error(`${file} cannot be locked`);
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
};
