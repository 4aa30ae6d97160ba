import { setTimeout } from 'node:timers/promises';
import { burnAlerts, slos } from '@faultline/slo';
import { wordsOf } from '../take-back';
import type { BurnRates } from './burn-rates';
import type { CheckResult } from './check';

/** The burn rate of the alert that pages at once. */
const threshold = Math.max(
  ...burnAlerts
    .filter(({ priority }) => priority === 'page')
    .flatMap(({ burns }) => burns.map(({ times }) => times)),
);

/** The objectives whose budget is spent so fast that the alert would page. */
const burning = (rates: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...rates].filter(([, times]) => times > threshold));

const inWords = ([name, times]: readonly [string, number]): string => {
  const slo = slos.find((each) => each.name === name);
  const title = slo ? `${slo.title} (${slo.objective})` : name;
  return `${title}: the budget is spent ${times.toFixed(1)} times faster than allowed, more than ${threshold} times`;
};

/** So many readings in a row may fail: the console may be among what is deployed. As many as a canary tolerates. */
const tolerated = 4;

/** What is done about objectives after a deployment. */
export interface SloWatch {
  check(seconds: number, signal: AbortSignal): Promise<CheckResult>;
}

/**
 * Notes which objectives burn before a deployment; the check afterwards fails as soon as another one burns within the given
 * time. An objective whose errors are older than the deployment says nothing about it. If it is not known what burned before,
 * nothing can be judged: a console that is broken must not stand in the way of the deployment that mends it.
 * The interval between two readings is in milliseconds.
 */
export const watchSlos = async (rates: BurnRates, interval = 5_000): Promise<SloWatch> => {
  const read = await rates().catch(wordsOf);
  if (typeof read === 'string') {
    const words = `they could not be read before the deployment: ${read}`;
    return { check: async () => ({ outcome: 'not checked', words }) };
  }
  const before = new Set(burning(read).keys());
  return { check: (seconds, signal) => watch({ rates, before, seconds, interval, signal }) };
};

interface Watch {
  rates: BurnRates;
  before: ReadonlySet<string>;
  seconds: number;
  interval: number;
  signal: AbortSignal;
}

const watch = async ({ rates, before, seconds, interval, signal }: Watch): Promise<CheckResult> => {
  const until = performance.now() + seconds * 1000;
  for (let failures = 0; ; ) {
    const read = await rates().catch(wordsOf);
    failures = typeof read === 'string' ? failures + 1 : 0;
    if (typeof read === 'string' && failures > tolerated) return { outcome: 'failed', words: read };
    const left = until - performance.now();
    if (typeof read !== 'string') {
      const now = [...burning(read)].filter(([name]) => !before.has(name));
      if (now.length > 0) return { outcome: 'failed', words: now.map(inWords).join('\n') };
      if (left <= 0) return resultOf(read, before);
    }
    await setTimeout(left > 0 ? Math.min(interval, left) : interval, undefined, { signal });
  }
};

const resultOf = (read: ReadonlyMap<string, number>, before: ReadonlySet<string>): CheckResult =>
  read.size === 0
    ? { outcome: 'not checked', words: 'there are no burn rates of the last five minutes' }
    : { outcome: 'passed', words: `none of ${read.size} burns${noteOn(before)}` };

const noteOn = (before: ReadonlySet<string>): string =>
  before.size === 0 ? '' : ` that did not before (${[...before].join(', ')})`;
