import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

/** Spans go out in batches when a collector is named; without one they only carry ids into logs. */
export const spanProcessors = (environment: NodeJS.ProcessEnv): SpanProcessor[] =>
  environment.OTEL_EXPORTER_OTLP_ENDPOINT || environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
    ? [new BatchSpanProcessor(new OTLPTraceExporter(), { scheduledDelayMillis: 1000 })]
    : [];
