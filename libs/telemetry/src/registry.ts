import { type OpenMetricsContentType, Registry } from 'prom-client';

/** OpenMetrics, because only that format carries exemplars. */
export type MetricsRegistry = Registry<OpenMetricsContentType>;

export const createRegistry = (): MetricsRegistry => {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  return registry;
};
