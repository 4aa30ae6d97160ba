import type { Logger, Metrics } from '@faultline/telemetry';

/** Tells in the log and in a gauge whether the flags that were read last could be used. */
export const flagReports = (
  metrics: Pick<Metrics, 'gauge'>,
  log: Logger,
): ((error: Error | undefined) => void) => {
  let valid = 1;
  metrics.gauge('feature_flags_valid', (report) => report({}, valid));
  return (error) => {
    valid = error ? 0 : 1;
    // What stands in the file is not for telemetry: it would give away what is on.
    if (error) log.error({ reason: error.name }, 'service-flags-not-read');
  };
};
