import { resourceFromAttributes } from '@opentelemetry/resources';
import { type LoggedLine, writeLogRecord } from '../otlp/write-log-record';
import { type ExportQueue, exportQueue } from './export-queue';
import { hasCollector, otlpSender } from './otlp-sender';

interface ForeignLog {
  /** What the lines belong to, such as `product-data`. */
  service: string;
  environment: string;
  /** Where a collector takes logs by OTLP/HTTP; as this process's environment says if undefined. */
  url: string | undefined;
}

/** Exports what another program logged, as that program's; undefined when there is no collector. */
export const foreignLog = ({
  service,
  environment,
  url,
}: ForeignLog): ExportQueue<LoggedLine> | undefined =>
  url === undefined && !hasCollector('logs', process.env)
    ? undefined
    : exportQueue({
        resource: resourceFromAttributes({
          'service.name': service,
          'deployment.environment.name': environment,
        }),
        send: otlpSender('logs', url),
        counts: { exported: 0, failed: 0, dropped: 0 },
        write: writeLogRecord,
      });
