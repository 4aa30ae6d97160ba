export type { Spacing } from './driver/arrivals';
export { buyOnce } from './driver/buy-once';
export { reasonOf } from './driver/failures';
export { type Load, startLoad } from './driver/load';
export type { JourneyFailure, LoadOptions } from './driver/options';
export type { Failure, JourneyCounts, LoadSnapshot, StatusClass } from './driver/snapshot';
export {
  CheckFailed,
  defaultRate,
  type Journey,
  journeys,
  type ShopClient,
  type Shopper,
  type ShopResponse,
  type ShopStep,
} from './journeys';
export type { RequestOutcome } from './node-client';
