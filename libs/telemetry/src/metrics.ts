import { collectDefaultMetrics, Gauge } from 'prom-client';
import { type Counter, type CounterDefinition, counter } from './counter';
import { createHistograms, type Histograms } from './histograms';
import { createRegistry, type MetricsRegistry } from './registry';

type ReportValue = (labels: Record<string, string>, value: number) => void;

/** A service's metrics in OpenTelemetry's names and Prometheus's spelling. */
export interface Metrics extends Histograms {
  registry: MetricsRegistry;
  counter<Label extends string>(definition: CounterDefinition<Label>): Counter<Label>;
  /** A value that is read at each scrape. */
  gauge(name: string, help: string, labels: string[], read: (report: ReportValue) => void): void;
}

const buildInfo = (registry: MetricsRegistry, version: string, revision: string): void => {
  new Gauge({
    name: 'build_info',
    help: 'What runs here: always 1',
    labelNames: ['version', 'revision'],
    registers: [registry],
  }).set({ version, revision }, 1);
};

export const createMetrics = (version: string, revision = 'unknown'): Metrics => {
  const registry = createRegistry();
  collectDefaultMetrics({ register: registry });
  buildInfo(registry, version, revision);
  return {
    registry,
    ...createHistograms(registry),
    counter: (definition) => counter(registry, definition),
    gauge: (name, help, labelNames, read) => {
      new Gauge({
        name,
        help,
        labelNames,
        registers: [registry],
        collect() {
          read((labels, value) => this.set(labels, value));
        },
      });
    },
  };
};
