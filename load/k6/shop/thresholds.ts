import { journeySteps } from '../../../libs/slo/src/journey-steps.ts';
import { objectives } from '../../../libs/slo/src/objectives.ts';
import { journeys } from '../../src/journeys/index.ts';

export type Thresholds = Record<string, string[]>;

/** Without the digits that subtraction leaves at its end: 0.0001. */
const failures = Number((1 - objectives.availability).toFixed(9));

/** What the objectives leave to a run of so many seconds: its part of the month's failed payments. */
const failedPaymentsIn = (seconds: number): number =>
  Math.floor((objectives.failedPayments * seconds) / objectives.month);

/** The shop's objectives, for a run of so many seconds. */
export const objectivesFor = (seconds: number): Thresholds => ({
  ...served(''),
  ...respondedWithin(objectives.latency),
  ...journeysSucceed(objectives.availability),
  failed_payments: [`count<=${failedPaymentsIn(seconds)}`],
});

/** Requests and checks keep the availability; `tags` such as `{scenario:calm}` narrows them down. */
export const served = (tags: string): Thresholds => ({
  [`http_req_failed${tags}`]: [`rate<=${failures}`],
  [`checks${tags}`]: [`rate>=${objectives.availability}`],
});

/** Each step by itself: a slow checkout must not hide behind a thousand quick looks at products. */
export const respondedWithin = (seconds: number, moreTags = ''): Thresholds =>
  Object.fromEntries(
    journeySteps.map((name) => [
      `http_req_duration{name:${name}${moreTags}}`,
      [`p(95)<${seconds * 1000}`],
    ]),
  );

/** Of each journey this ratio succeeds; and some do, for a run in which none ended proves nothing. */
export const journeysSucceed = (ratio: number): Thresholds => ({
  'journeys{outcome:succeeded}': ['count>0'],
  ...Object.fromEntries(
    journeys.map(({ name }) => [`journeys_succeeded{journey:${name}}`, [`rate>=${ratio}`]]),
  ),
});
