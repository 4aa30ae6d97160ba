import type { ConstantArrivalRateScenario, RampingArrivalRateScenario } from 'k6/options';
import { numberFrom, wholeNumberFrom } from './settings.ts';

/*
 * Shoppers arrive by the clock, whatever becomes of those who came before: a slow shop fills with
 * shoppers as a real one would.
 */

/** Journeys that start in a second. */
export const rateFrom = (name: string, usual: number): number =>
  numberFrom(name, { usual, least: 0.001, most: 1000 });

/** k6 takes whole numbers only; by this unit a rate has three decimals. */
const timeUnit = '1000s';
const inTimeUnit = (rate: number): number => Math.round(rate * 1000);

/** Seconds that a journey takes in a quick shop, on average: thinking, and the rest. */
const thinking = 12;
const walking = 2;
/** A visit takes about twice as long where each response takes as long as it may; then some more. */
const slowest = 3;

/**
 * k6 runs each shopper in a virtual user. It leaves an arrival out each time that it has to make another one, so where
 * none may be left out all are made before the first shopper comes.
 */
const virtualUsers = (rate: number, thinkScale: number, madeFirst: 'all' | 'usual') => {
  const usual = Math.ceil(rate * (thinking * thinkScale + walking)) + 1;
  const maxVUs = wholeNumberFrom('MAX_SHOPPERS', {
    usual: usual * slowest,
    least: 1,
    most: 100_000,
  });
  const preAllocatedVUs = madeFirst === 'all' ? maxVUs : Math.min(usual, maxVUs);
  return { preAllocatedVUs, maxVUs };
};

/** Longer than a request may take, and than a journey does. */
const gracefulStop = '60s';

/** `rate` journeys start in each of so many seconds. */
export const constantArrivals = (
  rate: number,
  seconds: number,
  thinkScale: number,
): ConstantArrivalRateScenario => ({
  executor: 'constant-arrival-rate',
  rate: inTimeUnit(rate),
  timeUnit,
  duration: `${seconds}s`,
  gracefulStop,
  ...virtualUsers(rate, thinkScale, 'all'),
});

/** Goes from rate to rate, and takes so many seconds for each way. */
export const rampingArrivals = (
  startRate: number,
  stages: readonly { rate: number; seconds: number }[],
  thinkScale: number,
): RampingArrivalRateScenario => ({
  executor: 'ramping-arrival-rate',
  startRate: inTimeUnit(startRate),
  timeUnit,
  stages: stages.map(({ rate, seconds }) => ({
    target: inTimeUnit(rate),
    duration: `${seconds}s`,
  })),
  gracefulStop,
  ...virtualUsers(Math.max(startRate, ...stages.map(({ rate }) => rate)), thinkScale, 'usual'),
});
