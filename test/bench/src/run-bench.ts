import { relative } from 'node:path';
import { type Bench, BenchError } from './bench';
import type { Cleanup } from './cleanup';
import type { Machine } from './report/machine';
import { isMet, markdown, type Report, record } from './report/report';
import { benchDirectory } from './workspace';

/** Runs a bench and prints and records what it found. False when it failed or missed a target. */
export const runBench = async (
  bench: Bench,
  machine: Machine,
  leftovers: Cleanup,
): Promise<boolean> => {
  const progress = (line: string) => console.error(`${bench.name}: ${line}`);
  try {
    const report = await measured(bench, leftovers, progress);
    console.log(`\n${markdown(bench.title, report)}`);
    progress(
      `written to ${relative('', await record(benchDirectory, bench.name, machine, report))}`,
    );
    return report.targets.every(isMet);
  } catch (error) {
    progress(`failed: ${describe(error)}`);
    return false;
  }
};

const measured = async (
  bench: Bench,
  leftovers: Cleanup,
  progress: (line: string) => void,
): Promise<Report> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new BenchError(`not done after ${bench.limitMinutes} minutes`)),
    bench.limitMinutes * 60_000,
  );
  try {
    return await Promise.race([bench.run({ leftovers, progress }), late.promise]);
  } finally {
    clearTimeout(timer);
    await leftovers.clear();
  }
};

/** What somebody foresaw is one line; the rest keeps its stack. */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const foreseen = ['BenchError', 'DemoError', 'StoreError'].includes(error.name);
  return foreseen ? error.message : (error.stack ?? error.message);
};
