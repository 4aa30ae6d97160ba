import { getNumberFromEnv } from '@opentelemetry/core';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import type { Resource } from '@opentelemetry/resources';
import {
  BatchLogRecordProcessor,
  ConsoleLogRecordExporter,
  LoggerProvider,
  type LogRecordExporter,
} from '@opentelemetry/sdk-logs';
import { redactLogRecord } from '../redaction/redact-fields';
import { redacting } from '../redaction/redacting-exporter';
import { rememberUnredacted } from '../redaction/unredacted';
import { countingMeters, type ExportCounts } from './export-counts';
import { chosenExporters, type ExporterName } from './exporters';
import { recordLine } from './log-record';

interface LogExport {
  resource: Resource;
  counts: ExportCounts;
  /** The collector's URL for logs by OTLP/HTTP; by default that of the environment. */
  url?: string | undefined;
}

const numbersFrom = <Option extends string>(variables: Readonly<Record<Option, string[]>>) =>
  Object.fromEntries(
    Object.entries<string[]>(variables).flatMap(([option, names]) => {
      const [value] = names.map(getNumberFromEnv).filter((number) => number !== undefined);
      return value === undefined ? [] : [[option, value]];
    }),
  );

const exporterOf = (name: ExporterName, url: string | undefined): LogRecordExporter =>
  name === 'otlp'
    ? new OTLPLogExporter(url === undefined ? {} : { url })
    : new ConsoleLogRecordExporter();

/** The provider of log records, configured by the environment; undefined if nothing is exported. */
export const logProvider = ({ resource, counts, url }: LogExport): LoggerProvider | undefined => {
  const names = url === undefined ? chosenExporters('logs') : (['otlp'] as const);
  if (names.length === 0) return undefined;
  const logRecordLimits = numbersFrom({
    attributeCountLimit: ['OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT', 'OTEL_ATTRIBUTE_COUNT_LIMIT'],
    attributeValueLengthLimit: [
      'OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT',
      'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT',
    ],
  });
  return new LoggerProvider({
    resource,
    logRecordLimits,
    processors: [
      recordLine(logRecordLimits),
      rememberUnredacted,
      ...names.map(
        (name) =>
          new BatchLogRecordProcessor({
            exporter: redacting(exporterOf(name, url), redactLogRecord),
            ...(name === 'otlp' && { selfObsMeterProvider: countingMeters(counts) }),
            ...numbersFrom({
              scheduledDelayMillis: ['OTEL_BLRP_SCHEDULE_DELAY'],
              exportTimeoutMillis: ['OTEL_BLRP_EXPORT_TIMEOUT'],
              maxQueueSize: ['OTEL_BLRP_MAX_QUEUE_SIZE'],
              maxExportBatchSize: ['OTEL_BLRP_MAX_EXPORT_BATCH_SIZE'],
            }),
          }),
      ),
    ],
  });
};
