import type { Logger } from './logger';
import { hasSteppedAside, ignoredVariables } from './tracing';

/** Tells in the log what `register` could not use of the environment, and whether it has given way. */
export const reportTelemetry = (log: Logger): void => {
  for (const { variable, reason } of ignoredVariables())
    log.error({ variable, reason }, 'telemetry-variable-ignored');
  if (hasSteppedAside())
    log.info(
      { reason: 'another OpenTelemetry SDK is registered in this process' },
      'telemetry-stepped-aside',
    );
};
