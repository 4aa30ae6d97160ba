import { objectives } from '@faultline/slo';
import { serverDuration } from '@faultline/telemetry/names';
import { entry, identityLabels } from '@faultline/topology';
import {
  type chosen,
  type GroupLabel,
  installed,
  type MatcherOf,
  quantile,
  rate,
  share,
} from '../grafana/expressions';

export const requestCount = `${serverDuration}_count` as const;
export const requestBuckets = `${serverDuration}_bucket` as const;

type Matcher = MatcherOf<typeof requestCount>;
type Scope = typeof installed | typeof chosen;

/** Responses with 5xx: the service failed. */
export const failedStatus: Matcher = ['http_response_status_code', '=~', '5..'];

/** Nobody waited for the response any more. */
export const goneStatus: Matcher = ['http_response_status_code', '=', '499'];

/** Requests per second: of the installation, or of the selected services. */
export const requestRate = (
  scope: Scope,
  by: readonly GroupLabel[],
  ...matchers: readonly Matcher[]
): string => rate(scope(requestCount, ...matchers), ...by);

/** The share of the requests that have such a status. */
export const requestShare = (
  scope: Scope,
  by: readonly GroupLabel[],
  status: Matcher,
  ...matchers: readonly Matcher[]
): string =>
  share(requestRate(scope, by, status, ...matchers), requestRate(scope, by, ...matchers));

/** The time within which such a share of the requests has a response. */
export const requestQuantile = (
  scope: Scope,
  q: number,
  by: readonly GroupLabel[],
  ...matchers: readonly Matcher[]
): string => quantile(q, scope(requestBuckets, ...matchers), ...by);

/** What shoppers send: requests to the public entry. */
const ofShoppers = [identityLabels.service, '=', entry] as const;

/** How many requests shoppers sent in a window. */
export const shopperRequests = (window: string, ...matchers: readonly Matcher[]): string =>
  `sum(increase(${installed(requestCount, ofShoppers, ...matchers)}[${window}]))`;

/** The share of the shoppers' requests within the objective for latency; Prometheus 3 writes a bucket of 2 as 2.0. */
export const fastShare = (window: string): string => {
  const within = ['le', '=~', `${objectives.latency}(\\.0)?`] as const;
  const fast = `sum(increase(${installed(requestBuckets, ofShoppers, within)}[${window}]))`;
  return `${fast} / ${shopperRequests(window)}`;
};
