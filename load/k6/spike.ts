import type { Options } from 'k6/options';
import { objectives } from '../../libs/slo/src/objectives.ts';
import { defaultRate } from '../src/journeys/index.ts';
import { startAtZero } from './shop/metrics.ts';
import { constantArrivals, rampingArrivals, rateFrom } from './shop/open-model.ts';
import { sharedOptions } from './shop/options.ts';
import { secondsFrom } from './shop/settings.ts';
import { summaryOf } from './shop/summary.ts';
import { journeysSucceed, respondedWithin, served } from './shop/thresholds.ts';
import { thinkScaleFrom, visits } from './shop/visit.ts';

const thinkScale = thinkScaleFrom(1);
const rate = rateFrom('RATE', defaultRate);
const peak = rateFrom('PEAK', 10 * rate);
const calm = secondsFrom('CALM', '30s');
const rise = secondsFrom('RISE', '10s');
const hold = secondsFrom('HOLD', '1m');

const stages = [
  { rate, seconds: calm },
  { rate: peak, seconds: rise },
  { rate: peak, seconds: hold },
  { rate, seconds: rise },
  // The last shoppers of the spike leave.
  { rate, seconds: calm },
];
const spikeSeconds = stages.reduce((sum, { seconds }) => sum + seconds, 0);

/*
 * In the spike the shop may turn shoppers away and be slow, but not fall over: nine in ten requests
 * and journeys succeed, responses take at most twice the usual time, and failed payments cost at most a
 * tenth of a month's budget. The calm after it is held to the objectives: a shop that has been through
 * a spike is as good as new.
 */
const endured = 0.9;

export const options: Options = {
  ...sharedOptions,
  scenarios: {
    spike: rampingArrivals(rate, stages, thinkScale),
    calm: {
      ...constantArrivals(rate, calm, thinkScale),
      startTime: `${spikeSeconds}s`,
    },
  },
  thresholds: {
    'http_req_failed{scenario:spike}': [`rate<=${(1 - endured).toFixed(3)}`],
    'checks{scenario:spike}': [`rate>=${endured}`],
    ...respondedWithin(2 * objectives.latency),
    ...journeysSucceed(endured),
    failed_payments: [`count<=${objectives.failedPayments / 10}`],
    ...served('{scenario:calm}'),
    ...respondedWithin(objectives.latency, ',scenario:calm'),
    'dropped_iterations{scenario:calm}': ['count<=0'],
  },
};

export const setup = startAtZero;
export const handleSummary = summaryOf('spike');
export default visits({ thinkScale });
