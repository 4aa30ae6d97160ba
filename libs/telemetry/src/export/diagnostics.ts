import { type DiagLogger, DiagLogLevel, diag } from '@opentelemetry/api';
import { diagLogLevelFromString, getStringFromEnv } from '@opentelemetry/core';

const silenceMilliseconds = 60_000;

type Write = (message: string) => void;

const write: Write = (message) => {
  process.stderr.write(`telemetry: ${message.slice(0, 300)}\n`);
};

/** A collector that is away would otherwise fill standard error; metrics tell how much was lost. */
const atMostOnceAMinute = (): Write => {
  let quietUntil = 0;
  return (message) => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + silenceMilliseconds;
    write(message);
  };
};

const loggerOf = (tell: Write): DiagLogger => ({
  error: tell,
  warn: tell,
  info: tell,
  debug: tell,
  verbose: tell,
});

/** The SDK's own complaints on standard error: as `OTEL_LOG_LEVEL` says, else errors, now and then. */
export const startDiagnostics = (): void => {
  const level = diagLogLevelFromString(getStringFromEnv('OTEL_LOG_LEVEL'));
  diag.setLogger(loggerOf(level === undefined ? atMostOnceAMinute() : write), {
    logLevel: level ?? DiagLogLevel.ERROR,
    suppressOverrideMessage: true,
  });
};
