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

/** The maximum delay of a batch in milliseconds. The SDK's default of 5 s is too long for somebody who is watching. */
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

/** Limits whose variables have other names in the SDK than in the specification. */
const spanLimits = () => {
  const event = getNumberFromEnv('OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT');
  const link = getNumberFromEnv('OTEL_LINK_ATTRIBUTE_COUNT_LIMIT');
  return {
    ...(event !== undefined && { attributePerEventCountLimit: event }),
    ...(link !== undefined && { attributePerLinkCountLimit: link }),
  };
};

/** The tracer provider, configured by the environment: sampler, limits, exporters and batches. */
export const traceProvider = (resource: Resource): BasicTracerProvider =>
  new BasicTracerProvider({
    resource,
    spanLimits: spanLimits(),
    spanProcessors: chosenExporters('traces').map(processorOf),
  });
