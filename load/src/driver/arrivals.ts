import type { Random } from '../journeys';

/** `poisson` spaces arrivals as independent shoppers come, `constant` evenly. */
export type Spacing = 'poisson' | 'constant';

export interface ArrivalsOptions {
  /** Arrivals a second. */
  rate: number;
  spacing: Spacing;
  random: Random;
  onArrival(): void;
}

/** Arrivals further behind than this (ms) are left out: the machine slept, not the shop. */
const longestDelay = 5_000;

/**
 * Lets shoppers arrive by the clock alone, whatever becomes of those who came before: an open model.
 * Each arrival is due at a time that follows from the one before it, so a late timer delays an
 * arrival but loses none. Gives a function that ends them.
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
