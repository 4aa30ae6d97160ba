import { resourceFromAttributes } from '@opentelemetry/resources';
import { noCounts } from './export-counts';
import { logProvider } from './log-provider';
import { emitLine, type LoggedLine } from './log-record';

interface ForeignLog {
  /** What the lines belong to, such as `product-data`. */
  service: string;
  environment: string;
  /** Where a collector takes logs by OTLP/HTTP; as this process's environment says if undefined. */
  url: string | undefined;
}

/** Takes lines, and sends what it still holds at the end. */
export interface ExportedLog {
  take(line: LoggedLine): void;
  flush(): Promise<void>;
}

/** Exports what another program logged, as that program's; undefined when there is no collector. */
export const foreignLog = ({ service, environment, url }: ForeignLog): ExportedLog | undefined => {
  const provider = logProvider({
    resource: resourceFromAttributes({
      'service.name': service,
      'deployment.environment.name': environment,
    }),
    counts: noCounts(),
    url,
  });
  if (!provider) return undefined;
  const logger = provider.getLogger('@faultline/telemetry');
  return {
    take: (line) => emitLine(logger, line),
    flush: () => provider.forceFlush(),
  };
};
