import { type Load, startLoad } from '../driver/load';
import type { LoadSnapshot } from '../driver/snapshot';
import type { CommandLine } from './arguments';
import { failedBeyond, lineOf, summaryOf } from './report';

/**
 * Runs a load until its duration is over, a signal arrives or its parent ends. Returns the exit code.
 * A parent that forked this process gets a snapshot as a message at once and each second; otherwise the snapshot is
 * printed each second.
 */
export const run = async ({
  load: options,
  durationSeconds,
  json,
  maxFailures,
}: CommandLine): Promise<number> => {
  const load = startLoad(options);
  const report = reporter(json);
  if (process.send !== undefined) report(load.snapshot());
  const ticker = setInterval(() => report(load.snapshot()), 1000);
  const last = await ending(load, durationSeconds);
  clearInterval(ticker);
  report(last);
  if (process.send === undefined && !json) console.log(summaryOf(last));
  if (process.connected) process.disconnect();
  return maxFailures !== undefined && failedBeyond(last, maxFailures) ? 1 : 0;
};

const reporter = (json: boolean): ((snapshot: LoadSnapshot) => void) => {
  if (process.send !== undefined) {
    return (snapshot) => {
      if (process.connected) process.send?.(snapshot);
    };
  }
  return (snapshot) => console.log(json ? JSON.stringify(snapshot) : lineOf(snapshot));
};

/** Resolves when the load has been stopped. A second signal ends the process at once. */
const ending = (load: Load, durationSeconds: number | undefined): Promise<LoadSnapshot> =>
  new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      resolve(load.stop());
    };
    const timer =
      durationSeconds === undefined ? undefined : setTimeout(stop, durationSeconds * 1000);
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    process.once('disconnect', stop);
    // The reader of the output has gone.
    process.stdout.on('error', stop);
  });
