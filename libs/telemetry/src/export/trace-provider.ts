import { getNumberFromEnv } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { Resource } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ConsoleSpanExporter,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import { redactSpan } from '../redaction/redact-span';
import { redacting } from '../redaction/redacting-exporter';
import { countingMeters, exportCounts } from './export-counts';
import { chosenExporters, type ExporterName } from './exporters';

/** Milliseconds that a span waits for others. The SDK's 5 s are long for somebody who looks on. */
const scheduledDelayMillis = 1000;

const exporters: Readonly<Record<ExporterName, () => SpanExporter>> = {
  otlp: () => new OTLPTraceExporter(),
  console: () => new ConsoleSpanExporter(),
};

const processorOf = (name: ExporterName): BatchSpanProcessor => {
  const options = {
    scheduledDelayMillis: getNumberFromEnv('OTEL_BSP_SCHEDULE_DELAY') ?? scheduledDelayMillis,
    ...(name === 'otlp' && { selfObsMeterProvider: countingMeters(exportCounts.traces) }),
  };
  return new BatchSpanProcessor(redacting(exporters[name](), redactSpan), options);
};

/** The limits whose variables the SDK reads under names that are not the specification's. */
const spanLimits = () => {
  const event = getNumberFromEnv('OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT');
  const link = getNumberFromEnv('OTEL_LINK_ATTRIBUTE_COUNT_LIMIT');
  return {
    ...(event !== undefined && { attributePerEventCountLimit: event }),
    ...(link !== undefined && { attributePerLinkCountLimit: link }),
  };
};

/** Spans as the environment asks for: sampler, limits, exporters and their batches. */
export const traceProvider = (resource: Resource): BasicTracerProvider =>
  new BasicTracerProvider({
    resource,
    spanLimits: spanLimits(),
    spanProcessors: chosenExporters('traces').map(processorOf),
  });
