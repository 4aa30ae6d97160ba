import { type LabelName, serverDuration, storeDuration } from '@faultline/telemetry/names';
import type { ServiceName, StoreName } from '@faultline/topology';
import type { MetricCondition, QuantileCondition, RatioCondition } from './conditions';
import { objectives } from './objectives';

/** The default window of rules, in seconds. */
export const evaluationWindow = 15;

/** The minimum number of requests for a meaningful error ratio. */
export const minRequests = 3;

/** The minimum number of failed requests that somebody is told of: of a few requests, one is a large share. */
export const minFailures = 3;

/**
 * The minimum number of slow requests that somebody is told of. It counts those, and not all requests as the canary does: 20
 * of them would take a service with one request per second longer than the window, and say no more of a single slow one.
 */
export const minSlow = 3;

/** The minimum number of events for a meaningful comparison of two counters. */
export const minCompared = 10;

/**
 * How many times faster than allowed a budget of failed requests is spent where a service is unhealthy, and where a canary is
 * taken back: a month's budget lasts for three days then. It is less than what calls somebody within the hour (14.4), and more than
 * a single failure among the requests of a minute.
 */
const unhealthyBurn = 10;

/** The share of failed requests at which the budget of searches and checkouts is spent that fast. */
export const maxErrorRatio = Number(
  (
    unhealthyBurn *
    (1 - Math.min(objectives.searchSuccess, objectives.checkoutSuccess))
  ).toPrecision(6),
);

/** Which statuses are failures of the service, in objectives, rules and canaries alike. */
export const failedStatus = '/^5/';

/** The number of requests that have a response. */
export const requests = `${serverDuration}_count` as const;

/** The number of operations on stores. */
export const operations = `${storeDuration}_count` as const;

interface ErrorRatio {
  service: ServiceName;
  /** Counts only requests of this route. */
  route?: string;
  method?: string;
  /** The status of failed requests; default every 5xx. */
  status?: string;
  window?: number;
  threshold: number;
  minEvents?: number;
  minNumerator?: number;
  /** Takes the ratio for each value of this label. */
  by?: LabelName;
}

/** The ratio of failed requests of a service is above `threshold`. */
export const errorRatio = ({
  service,
  route,
  method,
  status = failedStatus,
  window = evaluationWindow,
  threshold,
  minEvents,
  minNumerator,
  by,
}: ErrorRatio): RatioCondition => {
  const labels = {
    ...(method !== undefined && { http_request_method: method }),
    ...(route !== undefined && { http_route: route }),
  };
  return {
    kind: 'ratio',
    numerator: {
      service,
      metric: requests,
      labels: { ...labels, http_response_status_code: status },
    },
    denominator: { service, metric: requests, labels },
    window,
    threshold,
    ...(minEvents !== undefined && { minEvents }),
    ...(minNumerator !== undefined && { minNumerator }),
    ...(by !== undefined && { by }),
  };
};

/** The 95th percentile of a service's response times is over the latency objective. */
export const overLatencyObjective = (service: ServiceName): QuantileCondition => ({
  kind: 'quantile',
  series: { service, metric: serverDuration },
  quantile: 0.95,
  window: evaluationWindow,
  threshold: objectives.latency,
  minOver: minSlow,
});

/**
 * The replica does not follow its primary, according to all processes of the service. It takes a moment
 * after the start until it does.
 */
export const notFollowing = (service: ServiceName, replica: StoreName): MetricCondition => ({
  kind: 'gauge',
  series: { service, metric: 'redis_replica_link_up', labels: { db_namespace: replica } },
  comparison: 'below',
  threshold: 1,
  window: evaluationWindow,
});
