import { spawn } from 'node:child_process';
import { ancestorsUpToNpm, parentOf } from './ancestors.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const parentEveryMs = 500;
/** What a program that was told to end may take, before it is killed. */
const graceMs = 10_000;

/** The exit code of a program that a signal ended, as shells have it. */
const codeOf = (code, signal) => code ?? 128 + (signalNumbers[signal] ?? 9);

/**
 * Ends this process as by SIGTERM when npm, which started it, or one between the two is gone: some of
 * them hand no signal on, and a `kill -9` cannot be. Without npm, its parent may leave it behind on
 * purpose.
 */
export const endWithNpm = () => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const ancestors = ancestorsUpToNpm();
  const timer = setInterval(() => {
    if (ancestors.every(({ pid, parent }) => parentOf(pid) === parent)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, parentEveryMs);
  timer.unref();
};

/**
 * Runs a program in place of this one: it gets what this process is told, decides when it is over,
 * and its exit code is ours. The channel tells it when this process is gone.
 */
export const become = (command, args, options = {}) => {
  endWithNpm();
  const child = spawn(command, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    ...options,
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(codeOf(code, signal)));
};

/**
 * Runs a program and all that it starts, as a group that a signal to this process ends with it.
 * Resolves with the exit code; `watch` gets the child. Rejects when it cannot be started.
 */
export const runGroup = (command, args, options = {}, watch = () => undefined) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, detached: true });
    let asked;
    const tell = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // All of the group have ended.
      }
    };
    const end = (signal) => {
      asked ??= signal;
      tell(signal);
      setTimeout(() => tell('SIGKILL'), graceMs).unref();
    };
    for (const signal of signals) process.on(signal, end);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      // Some that it has started may have stayed behind.
      if (asked) tell('SIGKILL');
      if (asked) process.exit(codeOf(null, asked));
      for (const each of signals) process.off(each, end);
      resolve(codeOf(code, signal));
    });
    watch(child);
  });
