/*
 * The journeys, run by Node and by k6. k6 loads these files without a build, so they import
 * only each other at run time, by their `.ts` names, and use no API of Node.
 */
import { abandon } from './abandon.ts';
import { browse } from './browse.ts';
import { buy } from './buy.ts';
import { fillCart } from './fill-cart.ts';
import { getDeclined } from './get-declined.ts';
import { search } from './search.ts';
import type { Journey } from './shopper.ts';

export { addressOf } from './address.ts';
export { buy } from './buy.ts';
export { CheckFailed } from './check-failed.ts';
export { type Random, seededRandom } from './random.ts';
export type { Journey, ShopClient, Shopper, ShopResponse, ShopStep } from './shopper.ts';

/** The weights add up to 100. */
export const journeys: readonly Journey[] = [
  { name: 'browse', weight: 20, run: browse },
  { name: 'search', weight: 16, run: search },
  { name: 'fillCart', weight: 8, run: fillCart },
  { name: 'buy', weight: 42, run: buy },
  { name: 'getDeclined', weight: 4, run: getDeclined },
  { name: 'abandon', weight: 10, run: abandon },
];

/**
 * Journeys per second. With 42 % buyers this makes 1.26 checkouts per second, so a fault that affects a tenth
 * of the payments becomes visible within seconds.
 */
export const defaultRate = 3;

/** Selects a journey by `position`, a number in [0, 1), in proportion to the weights. */
export const chooseJourney = (choices: readonly Journey[], position: number): Journey => {
  let left = position * choices.reduce((sum, { weight }) => sum + weight, 0);
  for (const journey of choices) {
    left -= journey.weight;
    if (left < 0) return journey;
  }
  throw new Error('no journey to choose');
};
