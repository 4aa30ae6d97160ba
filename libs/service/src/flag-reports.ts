import type { Logger, Metrics } from '@faultline/telemetry';

/** Reports in the log and in a gauge whether the flags were valid when they were last read. */
export const flagReports = (
  metrics: Pick<Metrics, 'gauge'>,
  log: Logger,
): ((error: Error | undefined) => void) => {
  let valid = 1;
  metrics.gauge('feature_flags_valid', (report) => report({}, valid));
  return (error) => {
    valid = error ? 0 : 1;
    // Only the name of the error is logged: its message would show which faults are on.
    if (error) log.error({ reason: error.name }, 'service-flags-not-read');
  };
};
