import type { Logger } from './logger';
import { hasSteppedAside, ignoredVariables } from './tracing';

/** Logs each environment variable that `register` ignored, and whether another SDK replaced it. */
export const reportTelemetry = (log: Logger): void => {
  for (const { variable, reason } of ignoredVariables())
    log.error({ variable, reason }, 'telemetry-variable-ignored');
  if (hasSteppedAside())
    log.info(
      { reason: 'another OpenTelemetry SDK is registered in this process' },
      'telemetry-stepped-aside',
    );
};
