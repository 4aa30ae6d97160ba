import { Histogram } from 'prom-client';
import { type ExemplarLabel, exemplar } from './exemplar';
import type { MetricsRegistry } from './registry';

/** Seconds. The boundary at exactly 2 s is the latency objective's. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];
const sizes = [0, 100, 1_000, 10_000, 100_000, 1_000_000];

type Labels<Name extends string> = Readonly<Record<Name, string>>;

/** How each kind of work is measured. Durations are in seconds, sizes in bytes. */
export interface Histograms {
  served(
    labels: Labels<'http_request_method' | 'http_route' | 'http_response_status_code'>,
    seconds: number,
    requestBytes: number,
    responseBytes: number,
  ): void;
  called(
    labels: Labels<
      | 'http_request_method'
      | 'server_address'
      | 'http_route'
      | 'http_response_status_code'
      | 'error_type'
    >,
    seconds: number,
  ): void;
  stored(
    labels: Labels<
      'db_system_name' | 'db_namespace' | 'db_operation_name' | 'db_collection_name' | 'error_type'
    >,
    seconds: number,
  ): void;
}

/** Observations that may wait to be counted. */
const mostWaiting = 256;

interface Observation<Name extends string> {
  labels: Labels<Name>;
  value: number;
  exemplarLabels: Partial<Record<ExemplarLabel, string>>;
}

/**
 * A histogram that counts some observations at a time, and the rest when it is read: a request that
 * counts its own finds neither code nor data of the library in the processor's cache.
 */
const histogramIn =
  (registry: MetricsRegistry) =>
  <Name extends string>(name: string, help: string, labelNames: Name[], buckets: number[]) => {
    let waiting: Observation<Name>[] = [];
    const countAll = () => {
      const observations = waiting;
      waiting = [];
      for (const observation of observations) counted.observe(observation);
    };
    const counted = new Histogram<string>({
      name,
      help,
      labelNames,
      buckets,
      enableExemplars: true,
      registers: [registry],
      collect: countAll,
    });
    return {
      observe: (observation: Observation<Name>) => {
        waiting.push(observation);
        if (waiting.length >= mostWaiting) countAll();
      },
    };
  };

export const createHistograms = (registry: MetricsRegistry): Histograms => {
  const histogram = histogramIn(registry);
  const duration = histogram(
    'http_server_request_duration_seconds',
    'How long requests took to answer',
    ['http_request_method', 'http_route', 'http_response_status_code'],
    durations,
  );
  const requestSize = histogram(
    'http_server_request_body_size_bytes',
    'Size of request bodies, of requests that have one',
    ['http_request_method', 'http_route'],
    sizes,
  );
  const responseSize = histogram(
    'http_server_response_body_size_bytes',
    'Size of response bodies',
    ['http_request_method', 'http_route'],
    sizes,
  );
  const call = histogram(
    'http_client_request_duration_seconds',
    'How long calls to other services took, retries included',
    [
      'http_request_method',
      'server_address',
      'http_route',
      'http_response_status_code',
      'error_type',
    ],
    durations,
  );
  const store = histogram(
    'db_client_operation_duration_seconds',
    'How long store operations took, waiting for a connection included',
    ['db_system_name', 'db_namespace', 'db_operation_name', 'db_collection_name', 'error_type'],
    durations,
  );
  return {
    served: (labels, seconds, requestBytes, responseBytes) => {
      duration.observe({ labels, value: seconds, exemplarLabels: exemplar() });
      const size = {
        http_request_method: labels.http_request_method,
        http_route: labels.http_route,
      };
      if (requestBytes > 0)
        requestSize.observe({ labels: size, value: requestBytes, exemplarLabels: {} });
      responseSize.observe({ labels: size, value: responseBytes, exemplarLabels: {} });
    },
    called: (labels, value) => call.observe({ labels, value, exemplarLabels: exemplar() }),
    stored: (labels, value) => store.observe({ labels, value, exemplarLabels: exemplar() }),
  };
};
