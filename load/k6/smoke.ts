import type { Options } from 'k6/options';
import { journeys } from '../src/journeys/index.ts';
import { startAtZero } from './shop/metrics.ts';
import { sharedOptions } from './shop/options.ts';
import { wholeNumberFrom } from './shop/settings.ts';
import { summaryOf } from './shop/summary.ts';
import { objectivesFor } from './shop/thresholds.ts';
import { thinkScaleFrom, visits } from './shop/visit.ts';

const rounds = wholeNumberFrom('ROUNDS', { usual: 1, least: 1, most: 1000 });
const longest = 120;

/** Every journey, one after the other, without thinking. */
export const options: Options = {
  ...sharedOptions,
  scenarios: {
    smoke: {
      executor: 'shared-iterations',
      vus: 1,
      iterations: rounds * journeys.length,
      maxDuration: `${rounds * longest}s`,
    },
  },
  thresholds: {
    ...objectivesFor(rounds * longest),
    ...Object.fromEntries(
      journeys.map(({ name }) => [
        `journeys{journey:${name},outcome:succeeded}`,
        [`count>=${rounds}`],
      ]),
    ),
  },
};

export const setup = startAtZero;
export const handleSummary = summaryOf('smoke');
export default visits({
  thinkScale: thinkScaleFrom(0),
  journeyOf: (number) => journeys[(number - 1) % journeys.length],
});
