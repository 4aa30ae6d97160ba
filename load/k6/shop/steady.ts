import type { Options } from 'k6/options';
import { defaultRate } from '../../src/journeys/index.ts';
import { constantArrivals, rateFrom } from './open-model.ts';
import { sharedOptions } from './options.ts';
import { secondsFrom } from './settings.ts';
import { objectivesFor } from './thresholds.ts';

/** A scenario of this name in which the same number of shoppers comes in each second. */
export const steady = (name: string, usualDuration: string, thinkScale: number): Options => {
  const seconds = secondsFrom('DURATION', usualDuration);
  return {
    ...sharedOptions,
    scenarios: {
      [name]: constantArrivals(rateFrom('RATE', defaultRate), seconds, thinkScale),
    },
    thresholds: {
      ...objectivesFor(seconds),
      // With arrivals left out, the load was not the one that was asked for.
      dropped_iterations: ['count<=0'],
    },
  };
};
