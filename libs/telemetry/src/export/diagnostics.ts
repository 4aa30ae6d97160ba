import type { DiagLogger } from '@opentelemetry/api';

const silenceMilliseconds = 60_000;
let quietUntil = 0;

const nothing = () => {};

/**
 * OpenTelemetry's own complaints, on standard error and at most one a minute: a collector that is
 * away would otherwise fill the log. How much was lost is told by the metrics.
 */
export const diagnostics: DiagLogger = {
  error: (message) => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + silenceMilliseconds;
    process.stderr.write(`telemetry export: ${message.slice(0, 300)}\n`);
  },
  warn: nothing,
  info: nothing,
  debug: nothing,
  verbose: nothing,
};
