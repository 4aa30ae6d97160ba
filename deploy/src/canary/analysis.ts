import { setTimeout } from 'node:timers/promises';
import { type CanaryCheck, canary } from '@faultline/slo';
import { queryPrometheus } from '../rollout/checks/query-prometheus';

/** The value of an expression, if it has one. */
export type Ask = (query: string) => Promise<number | undefined>;

export const askPrometheus =
  (prometheus: string): Ask =>
  async (query) =>
    (await queryPrometheus(prometheus, query))[0]?.value;

export interface Waiting {
  signal: AbortSignal;
  /** Seconds between two measurements; another one for tests. */
  interval?: number;
}

/** How an analysis ended; the words have the values that were measured last. */
export interface Analysis {
  passed: boolean;
  words: string;
}

/**
 * Measures until the new version was good so many times in a row, or bad more often than is tolerated, or has had too few requests for too long. As Argo's
 * controller does it with the chart's AnalysisTemplates.
 */
export const analyse = async (
  checks: readonly CanaryCheck[],
  ask: Ask,
  { signal, interval = canary.interval }: Waiting,
): Promise<Analysis> => {
  let [passes, waits, errors] = [0, 0, 0];
  const times = new Map<string, number>();
  const pause = () =>
    setTimeout(interval * 1000, undefined, { signal }).catch(() => signal.throwIfAborted());
  for (;;) {
    const measured = await measure(checks, ask).catch((error: unknown) => {
      errors += 1;
      // One response that is lost says nothing about the new version.
      if (errors > canary.unanswered) throw error;
      return undefined;
    });
    if (!measured) {
      passes = 0;
      await pause();
      continue;
    }
    errors = 0;
    const words = measured.map(({ name, value }) => `${name} ${rounded(value)}`).join(', ');
    const bad = measured.filter(({ outcome }) => outcome === 'bad');
    for (const { name } of bad) times.set(name, (times.get(name) ?? 0) + 1);
    const failed = bad.find(({ name, tolerated }) => (times.get(name) ?? 0) > tolerated);
    if (failed) return { passed: false, words: `${failed.reason} (${words})` };
    const missing = measured.find(({ outcome }) => outcome === 'wait');
    passes = missing || bad.length > 0 ? 0 : passes + 1;
    if (passes >= canary.passes) return { passed: true, words };
    if (missing) waits += 1;
    if (missing && waits > canary.waits)
      return { passed: false, words: `${missing.reason}, after ${waits} measurements (${words})` };
    await pause();
  }
};

const measure = (checks: readonly CanaryCheck[], ask: Ask) =>
  Promise.all(
    checks.map(async (check) => {
      const value = await ask(check.query);
      return { ...check, value, outcome: check.verdict(value) };
    }),
  );

const rounded = (value: number | undefined): string =>
  value === undefined ? 'unknown' : String(Number(value.toPrecision(3)));
