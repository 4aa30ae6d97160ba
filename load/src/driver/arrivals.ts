import type { Random } from '../journeys';

/** `poisson` spaces arrivals like those of independent shoppers, `constant` evenly. */
export type Spacing = 'poisson' | 'constant';

export interface ArrivalsOptions {
  /** Arrivals per second. */
  rate: number;
  spacing: Spacing;
  random: Random;
  onArrival(): void;
}

/** Arrivals that are later than this (ms) are skipped, because the machine was suspended. */
const longestDelay = 5_000;

/**
 * An open load model: shoppers arrive by the clock, even if earlier ones are still waiting.
 * The time of each arrival is computed from the previous one, so a late timer delays an
 * arrival but loses none. Returns a function that ends the arrivals.
 */
export const startArrivals = ({ rate, spacing, random, onArrival }: ArrivalsOptions) => {
  // The gaps of a Poisson process are exponentially distributed.
  const gap = (): number => (1000 / rate) * (spacing === 'constant' ? 1 : -Math.log(1 - random()));

  const arrive = (): void => {
    const now = performance.now();
    if (now - due > longestDelay) due = now;
    while (due <= now) {
      due += gap();
      onArrival();
    }
    timer = setTimeout(arrive, due - now);
  };

  const first = gap();
  let due = performance.now() + first;
  let timer = setTimeout(arrive, first);
  return (): void => clearTimeout(timer);
};
