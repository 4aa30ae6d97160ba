import { resourceFromAttributes } from '@opentelemetry/resources';
import { noCounts } from './export-counts';
import { logProvider } from './log-provider';
import { emitLine, type LoggedLine } from './log-record';

interface ForeignLog {
  /** The service name of the lines, such as `product-data`. */
  service: string;
  /** The installation that the program belongs to, as for its services. */
  installation: string;
  environment: string;
  /** The collector's URL for logs by OTLP/HTTP; by default that of the environment. */
  url: string | undefined;
}

/** Accepts lines; `close` exports those that are still queued. */
export interface ExportedLog {
  take(line: LoggedLine): void;
  flush(): Promise<void>;
}

/** Exports the log lines of another program under its name; undefined if no collector is configured. */
export const foreignLog = ({
  service,
  installation,
  environment,
  url,
}: ForeignLog): ExportedLog | undefined => {
  const provider = logProvider({
    resource: resourceFromAttributes({
      'service.name': service,
      'service.namespace': installation,
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
