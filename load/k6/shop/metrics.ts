import { Counter, Rate } from 'k6/metrics';
import { type Journey, journeys } from '../../src/journeys/index.ts';

export type Outcome = 'succeeded' | 'failed';

const ended = new Counter('journeys');
const succeeded = new Rate('journeys_succeeded');
const failedPayments = new Counter('failed_payments');

/** Known label values start at 0, so that a threshold and a dashboard read 0 instead of nothing. */
export const startAtZero = (): void => {
  failedPayments.add(0);
  for (const { name } of journeys) {
    ended.add(0, { journey: name, outcome: 'succeeded' });
    ended.add(0, { journey: name, outcome: 'failed' });
  }
};

export const countJourney = ({ name }: Journey, outcome: Outcome): void => {
  ended.add(1, { journey: name, outcome });
  succeeded.add(outcome === 'succeeded', { journey: name });
};

/** Purchases that the shop could not settle: the last word on each was a 5xx, or none. */
export const countFailedPayments = (count: number): void => failedPayments.add(count);
