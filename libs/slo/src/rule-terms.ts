import type { ServiceName, StoreName } from '@faultline/topology';
import type { MetricCondition } from './conditions';
import { objectives } from './objectives';

/** The time that rules look back on, in seconds. */
export const evaluationWindow = 15;

/** So few requests say nothing about their share. */
export const fewestRequests = 3;

/** So few say nothing about how one counter compares with another one. */
export const fewestCompared = 10;

export const served = 'http_server_request_duration_seconds';
export const stored = 'db_client_operation_duration_seconds';

interface FailedShare {
  service: ServiceName;
  /** Requests of this route only. */
  route?: string;
  method?: string;
  /** What counts as failed; every 5xx if not given. */
  status?: string;
  window?: number;
  above: number;
  atLeast?: number;
}

/** More than such a share of the requests that a service answered has failed. */
export const failedShare = ({
  service,
  route,
  method,
  status = '/^5/',
  window = evaluationWindow,
  above,
  atLeast,
}: FailedShare): MetricCondition => {
  const metric = `${served}_count`;
  const labels = {
    ...(method !== undefined && { http_request_method: method }),
    ...(route !== undefined && { http_route: route }),
  };
  return {
    kind: 'ratio',
    of: { service, metric, labels: { ...labels, http_response_status_code: status } },
    to: { service, metric, labels },
    window,
    above,
    ...(atLeast !== undefined && { atLeast }),
  };
};

/** The 95th percentile of a service's answers is over the latency objective. */
export const overLatencyObjective = (service: ServiceName): MetricCondition => ({
  kind: 'quantile',
  of: { service, metric: served },
  q: 0.95,
  window: evaluationWindow,
  above: objectives.latency,
});

/** No process of a service sees its Redis replica follow the primary. */
export const notFollowing = (service: ServiceName, replica: StoreName): MetricCondition => ({
  kind: 'gauge',
  of: { service, metric: 'redis_replica_link_up', labels: { db_namespace: replica } },
  below: 1,
});
