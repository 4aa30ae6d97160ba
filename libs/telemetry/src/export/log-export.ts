import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { serviceResource } from '../resource';
import { countedExport } from './counted-exporter';
import { exportCounts } from './export-counts';
import { logRecord } from './log-record';

/** Takes the lines of the log, and sends them to a collector a second later at the most. */
export interface LogExport {
  take(line: string): void;
  flush(): Promise<void>;
}

/** Lines that may wait for the collector. */
const capacity = 4096;
const delayMilliseconds = 1000;

/** Sends the log by OTLP when a collector is named; the lines are parsed after the requests. */
export const logExport = (environment: NodeJS.ProcessEnv): LogExport | undefined => {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT && !environment.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT)
    return undefined;
  const counts = exportCounts.logs;
  const resource = serviceResource(environment);
  const exporter = new OTLPLogExporter();
  const send = countedExport<ReadableLogRecord>(exporter.export.bind(exporter), counts);
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      send(
        lines.map((line) => logRecord(line, resource)),
        () => resolve(),
      );
    });
  };

  return {
    flush,
    take: (line) => {
      if (waiting.length >= capacity) {
        counts.dropped += 1;
        return;
      }
      waiting.push(line);
      timer ??= setTimeout(flush, delayMilliseconds).unref();
    },
  };
};
