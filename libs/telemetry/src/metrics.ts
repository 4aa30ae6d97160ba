import { collectDefaultMetrics, Gauge, Counter as PromCounter, Registry } from 'prom-client';
import { type Counter, type CounterDefinition, counter } from './counter';
import { exportCounts } from './export/export-counts';
import { createHistograms, type Histograms } from './histograms';
import { logLines } from './log-lines';
import { createRegistry, type MetricsRegistry } from './registry';

type ReportValue = (labels: Record<string, string>, value: number) => void;

/** A service's metrics in OpenTelemetry's names and Prometheus's spelling. */
export interface Metrics extends Histograms {
  counter<Label extends string>(definition: CounterDefinition<Label>): Counter<Label>;
  /** A value that is read at each scrape. */
  gauge(
    name: string,
    help: string,
    labels: string[],
    read: (report: ReportValue) => void | Promise<void>,
  ): void;
  /** All metrics, with exemplars for a scraper that accepts OpenMetrics. */
  exposition(accept: string | undefined): Promise<{ contentType: string; body: string }>;
}

const buildInfo = (registry: MetricsRegistry, version: string, revision: string): void => {
  new Gauge({
    name: 'build_info',
    help: 'What runs here: always 1',
    labelNames: ['version', 'revision'],
    registers: [registry],
  }).set({ version, revision }, 1);
};

/** Gauges that prom-client names like counters; `nodejs_active_resources` tells the same by kind. */
const misnamed = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

const runtimeMetrics = (registry: MetricsRegistry): void => {
  collectDefaultMetrics({ register: registry });
  for (const name of misnamed) registry.removeSingleMetric(name);
};

/** How much telemetry reached its collector, and how much did not. */
const exportMetrics = (registry: MetricsRegistry): void => {
  new PromCounter({
    name: 'telemetry_export_items_total',
    help: 'Spans and log records by what became of them',
    labelNames: ['signal', 'outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [signal, counts] of Object.entries(exportCounts))
        for (const [outcome, count] of Object.entries(counts)) this.inc({ signal, outcome }, count);
    },
  });
};

/** How much is logged: what it costs, and how often somebody should look. */
const logMetrics = (registry: MetricsRegistry): void => {
  new PromCounter({
    name: 'log_lines_total',
    help: 'Lines written to the log',
    labelNames: ['level'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [level, count] of Object.entries(logLines)) this.inc({ level }, count);
    },
  });
};

/** The same metrics in Prometheus's own format, which knows no exemplars. */
const plainTwin = (
  registry: MetricsRegistry,
  labels: Readonly<Record<string, string>>,
): Registry => {
  const plain = new Registry();
  plain.setDefaultLabels(labels);
  for (const { name } of registry.getMetricsAsArray()) {
    const metric = registry.getSingleMetric(name);
    if (metric) plain.registerMetric(metric);
  }
  return plain;
};

/** A service's metrics; each of its series has these labels, too. */
export const createMetrics = (
  version: string,
  revision = 'unknown',
  labels: Readonly<Record<string, string>> = {},
): Metrics => {
  const registry = createRegistry();
  registry.setDefaultLabels(labels);
  runtimeMetrics(registry);
  buildInfo(registry, version, revision);
  exportMetrics(registry);
  logMetrics(registry);
  return {
    ...createHistograms(registry),
    counter: (definition) => counter(registry, definition),
    gauge: (name, help, labelNames, read) => {
      new Gauge({
        name,
        help,
        labelNames,
        registers: [registry],
        collect() {
          return read((labels, value) => this.set(labels, value));
        },
      });
    },
    exposition: async (accept) => {
      const chosen = accept?.includes('application/openmetrics-text')
        ? registry
        : plainTwin(registry, labels);
      return { contentType: chosen.contentType, body: await chosen.metrics() };
    },
  };
};
