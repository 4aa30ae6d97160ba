import { Histogram } from 'prom-client';
import {
  clientDuration,
  type HistogramName,
  type LabelValues,
  metrics,
  serverDuration,
  storeDuration,
} from './names';
import type { MetricsRegistry } from './registry';
import { type ExemplarLabel, exemplar } from './tracing';

/** Seconds. The boundary at exactly 2 s is the latency objective's. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];
const sizes = [0, 100, 1_000, 10_000, 100_000, 1_000_000];

/** The buckets of each histogram. Durations are in seconds, sizes in bytes. */
export interface Histograms {
  served(
    labels: LabelValues<typeof serverDuration>,
    seconds: number,
    requestBytes: number,
    responseBytes: number,
  ): void;
  /** Makes the series of such requests, with none of them yet: nobody can see that a series without a past has grown. */
  servedNone(labels: LabelValues<typeof serverDuration>): void;
  called(labels: LabelValues<typeof clientDuration>, seconds: number): void;
  stored(labels: LabelValues<typeof storeDuration>, seconds: number): void;
}

/** The maximum number of observations in a batch. */
const maxWaiting = 256;

interface Observation<Name extends HistogramName> {
  labels: LabelValues<Name>;
  value: number;
  exemplarLabels: Partial<Record<ExemplarLabel, string>>;
}

/**
 * A histogram that counts observations in batches, and the rest when it is read. Counting each one immediately
 * costs more, because the library's code and data are not in the processor's cache then.
 */
const histogramIn =
  (registry: MetricsRegistry) =>
  <Name extends HistogramName>(name: Name, buckets: number[]) => {
    let waiting: Observation<Name>[] = [];
    const countAll = () => {
      const observations = waiting;
      waiting = [];
      for (const observation of observations) counted.observe(observation);
    };
    const counted = new Histogram<string>({
      name,
      help: metrics[name].help,
      labelNames: metrics[name].labels,
      buckets,
      enableExemplars: true,
      registers: [registry],
      collect: countAll,
    });
    return {
      observe: (observation: Observation<Name>) => {
        waiting.push(observation);
        if (waiting.length >= maxWaiting) countAll();
      },
      zero: (labels: LabelValues<Name>) => counted.zero({ ...labels }),
    };
  };

export const createHistograms = (registry: MetricsRegistry): Histograms => {
  const histogram = histogramIn(registry);
  const duration = histogram(serverDuration, durations);
  const requestSize = histogram('http_server_request_body_size_bytes', sizes);
  const responseSize = histogram('http_server_response_body_size_bytes', sizes);
  const call = histogram(clientDuration, durations);
  const store = histogram(storeDuration, durations);
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
    servedNone: (labels) => duration.zero(labels),
    called: (labels, value) => call.observe({ labels, value, exemplarLabels: exemplar() }),
    stored: (labels, value) => store.observe({ labels, value, exemplarLabels: exemplar() }),
  };
};
