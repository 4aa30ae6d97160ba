import { serverDuration, storeDuration } from '@faultline/telemetry/names';
import type { ServiceName, StoreName } from '@faultline/topology';
import type { MetricCondition } from './conditions';
import { objectives } from './objectives';

/** The time that rules look back on, in seconds. */
export const evaluationWindow = 15;

/** Fewer requests say nothing about how many of them fail. */
export const minRequests = 3;

/** Fewer events say nothing about how one counter compares with another one. */
export const minCompared = 10;

/** How many requests a service has answered. */
export const requests = `${serverDuration}_count` as const;

/** How many operations a service has run on its stores. */
export const operations = `${storeDuration}_count` as const;

interface ErrorRatio {
  service: ServiceName;
  /** Requests of this route only. */
  route?: string;
  method?: string;
  /** What counts as failed; every 5xx if not given. */
  status?: string;
  window?: number;
  threshold: number;
  minEvents?: number;
}

/** More than such a share of the requests that a service answered has failed. */
export const errorRatio = ({
  service,
  route,
  method,
  status = '/^5/',
  window = evaluationWindow,
  threshold,
  minEvents,
}: ErrorRatio): MetricCondition => {
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
  };
};

/** The 95th percentile of a service's response times is over the latency objective. */
export const overLatencyObjective = (service: ServiceName): MetricCondition => ({
  kind: 'quantile',
  series: { service, metric: serverDuration },
  quantile: 0.95,
  window: evaluationWindow,
  threshold: objectives.latency,
});

/** No process of a service sees its Redis replica follow the primary. */
export const notFollowing = (service: ServiceName, replica: StoreName): MetricCondition => ({
  kind: 'gauge',
  series: { service, metric: 'redis_replica_link_up', labels: { db_namespace: replica } },
  comparison: 'below',
  threshold: 1,
});
