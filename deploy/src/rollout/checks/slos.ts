import { setTimeout } from 'node:timers/promises';
import { burnAlerts, slos } from '@faultline/slo';
import type { BurnRates } from './burn-rates';
import type { CheckResult } from './check';

/** How often the burn rates are read, in milliseconds. */
const interval = 5_000;

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

/** What is done about objectives after a deployment. */
export interface SloWatch {
  /** Names of objectives that burned before. */
  before: ReadonlySet<string>;
  check(seconds: number, signal: AbortSignal): Promise<CheckResult>;
}

/**
 * Notes which objectives burn before a deployment; the check afterwards fails as soon as another one burns within the given
 * time. An objective whose errors are older than the deployment says nothing about it.
 */
export const watchSlos = async (rates: BurnRates): Promise<SloWatch> => {
  const before = new Set(burning(await rates()).keys());
  const check: SloWatch['check'] = async (seconds, signal) => {
    const until = performance.now() + seconds * 1000;
    for (;;) {
      const read = await rates();
      const now = [...burning(read)].filter(([name]) => !before.has(name));
      if (now.length > 0) return { outcome: 'failed', words: now.map(inWords).join('\n') };
      const left = until - performance.now();
      if (left <= 0 && read.size === 0)
        return {
          outcome: 'not checked',
          words: 'there are no burn rates of the last five minutes',
        };
      if (left <= 0)
        return { outcome: 'passed', words: `none of ${read.size} burns${noteOn(before)}` };
      await setTimeout(Math.min(interval, left), undefined, { signal });
    }
  };
  return { before, check };
};

const noteOn = (before: ReadonlySet<string>): string =>
  before.size === 0 ? '' : ` that did not before (${[...before].join(', ')})`;
