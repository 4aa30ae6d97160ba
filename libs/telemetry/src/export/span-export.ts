import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { BoundedSpanProcessor } from './bounded-span-processor';
import { countedExport } from './counted-exporter';
import { exportCounts } from './export-counts';

/** Spans that may wait for the collector; about 4 MB. */
const capacity = 4096;

/** Spans go out in batches when a collector is named; without one they only carry ids into logs. */
export const spanProcessors = (environment: NodeJS.ProcessEnv): SpanProcessor[] => {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT && !environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)
    return [];
  const counts = exportCounts.traces;
  const exporter = new OTLPTraceExporter();
  const batches = new BatchSpanProcessor(
    {
      export: countedExport(exporter.export.bind(exporter), counts),
      forceFlush: () => exporter.forceFlush(),
      shutdown: () => exporter.shutdown(),
    },
    {
      scheduledDelayMillis: 1000,
      exportTimeoutMillis: 10_000,
      maxExportBatchSize: 512,
      // The bound in front of it is the one that counts.
      maxQueueSize: 2 * capacity,
    },
  );
  return [new BoundedSpanProcessor(batches, counts, capacity)];
};
