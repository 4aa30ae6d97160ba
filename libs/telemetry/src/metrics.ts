import { collectDefaultMetrics, Gauge, Counter as PromCounter, Registry } from 'prom-client';
import { type Counter, counter, type KnownValues } from './counter';
import { eventLoopLag } from './event-loop-lag';
import { exportCounts } from './export/export-counts';
import { createHistograms, type Histograms } from './histograms';
import { logLines } from './logger';
import {
  type CounterName,
  type GaugeName,
  type LabelValues,
  type MetricName,
  metricOf,
} from './names';
import { createRegistry, type MetricsRegistry } from './registry';
import { usableCores } from './usable-cores';

type ReportValue<Name extends GaugeName> = (labels: LabelValues<Name>, value: number) => void;

/** A service's metrics, with OpenTelemetry's names in Prometheus's format. */
export interface Metrics extends Histograms {
  counter<Name extends CounterName>(name: Name, known: KnownValues<Name>): Counter<Name>;
  /** A value that is read at each scrape. */
  gauge<Name extends GaugeName>(
    name: Name,
    read: (report: ReportValue<Name>) => void | Promise<void>,
  ): void;
  /** All metrics, with exemplars for a scraper that accepts OpenMetrics. */
  exposition(accept: string | undefined): Promise<{ contentType: string; body: string }>;
}

/** Makes a metric as described in the table of names. */
const definition = (registry: MetricsRegistry, name: MetricName) => ({
  name,
  help: metricOf(name).help,
  labelNames: metricOf(name).labels,
  registers: [registry],
});

const buildInfo = (registry: MetricsRegistry, version: string, revision: string): void => {
  new Gauge(definition(registry, 'build_info')).set({ version, revision }, 1);
};

const cpuMetrics = (registry: MetricsRegistry): void => {
  new Gauge({
    ...definition(registry, 'process_cpu_usable_cores'),
    // Read again each time, because the limit of a running pod can be changed.
    collect() {
      this.set(usableCores());
    },
  });
};

/** Gauges that prom-client names like counters; `nodejs_active_resources` has the same values by kind. */
const misnamed = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

/** Gauges that begin anew at each scrape, so that two scrapers disturb each other. */
const ofOneScraper = ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map(
  (name) => `nodejs_eventloop_lag_${name}_seconds`,
);

const runtimeMetrics = (registry: MetricsRegistry): void => {
  // What those gauges are made of is not used: measured as rarely as can be.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 60_000 });
  for (const name of [...misnamed, ...ofOneScraper]) registry.removeSingleMetric(name);
  const lag = eventLoopLag();
  new Gauge({
    ...definition(registry, 'nodejs_eventloop_lag_p99_seconds'),
    collect() {
      this.set(lag());
    },
  });
};

/** Counts the exported and the lost telemetry. */
const exportMetrics = (registry: MetricsRegistry): void => {
  new PromCounter({
    ...definition(registry, 'telemetry_export_items_total'),
    collect() {
      this.reset();
      for (const [signal, counts] of Object.entries(exportCounts))
        for (const [outcome, count] of Object.entries(counts)) this.inc({ signal, outcome }, count);
    },
  });
};

/** Counts log lines by level. */
const logMetrics = (registry: MetricsRegistry): void => {
  new PromCounter({
    ...definition(registry, 'log_lines_total'),
    collect() {
      this.reset();
      for (const [level, count] of Object.entries(logLines)) this.inc({ level }, count);
    },
  });
};

/** The same metrics in Prometheus's own format, which has no exemplars. */
const plainTwin = (
  registry: MetricsRegistry,
  labels: Readonly<Record<string, string>>,
): Registry => {
  const plain = new Registry();
  plain.setDefaultLabels(labels);
  for (const object of registry.getMetricsAsArray()) {
    // prom-client takes the ending off a counter's name when it writes OpenMetrics, and leaves it off.
    if (String(object.type) === 'counter' && !object.name.endsWith('_total'))
      object.name = `${object.name}_total`;
    const metric = registry.getSingleMetric(object.name);
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
  cpuMetrics(registry);
  buildInfo(registry, version, revision);
  exportMetrics(registry);
  logMetrics(registry);
  const write = async (accept: string | undefined) => {
    const chosen = accept?.includes('application/openmetrics-text')
      ? registry
      : plainTwin(registry, labels);
    return { contentType: chosen.contentType, body: await chosen.metrics() };
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...createHistograms(registry),
    counter: (name, known) => counter(registry, name, known),
    gauge: (name, read) => {
      new Gauge({
        ...definition(registry, name),
        collect() {
          return read((labels, value) => this.set({ ...labels }, value));
        },
      });
    },
    // One after the other, because each format has its own names of counters while it is written.
    exposition: (accept) => {
      const page = last.catch(() => undefined).then(() => write(accept));
      last = page;
      return page;
    },
  };
};
