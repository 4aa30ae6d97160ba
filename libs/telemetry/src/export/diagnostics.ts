import { type DiagLogger, DiagLogLevel, diag } from '@opentelemetry/api';
import { diagLogLevelFromString, getStringFromEnv } from '@opentelemetry/core';

const silenceMilliseconds = 60_000;

type Write = (message: string) => void;

const write: Write = (message) => {
  process.stderr.write(`telemetry: ${message.slice(0, 300)}\n`);
};

/** Limits messages, because an unreachable collector would fill standard error; metrics count the losses. */
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

/** Writes the SDK's own messages to standard error: at `OTEL_LOG_LEVEL`, by default errors with a rate limit. */
export const startDiagnostics = (): void => {
  const level = diagLogLevelFromString(getStringFromEnv('OTEL_LOG_LEVEL'));
  diag.setLogger(loggerOf(level === undefined ? atMostOnceAMinute() : write), {
    logLevel: level ?? DiagLogLevel.ERROR,
    suppressOverrideMessage: true,
  });
};
