import { type DestinationStream, levels, pino, stdTimeFunctions } from 'pino';
import { emitLine, type LoggedLine } from './export/log-record';
import { logError } from './log-error';
import type { LogFields, LogLevel, LogMessageAt } from './names';
import { redactLine } from './redaction/redact-fields';
import { redactNames } from './redaction/redact-names';
import { requestContext } from './request-context';
import { currentTrace, exportedLog, isSampled } from './tracing';

type Write<Level extends LogLevel> = <Message extends LogMessageAt<Level>>(
  fields: LogFields<Message>,
  message: Message,
) => void;

/** Writes the messages of `names/log-messages.ts`, at their levels and with their fields. */
export interface Logger {
  info: Write<'info'>;
  error: Write<'error'>;
}

export interface LoggerOptions {
  service: string;
  version: string;
  level: string;
  /** The destination of the lines; default standard output. */
  destination?: DestinationStream;
}

interface Correlation {
  traceId: string | undefined;
  spanId: string | undefined;
  /** `01` if the trace is sampled, else `00`: then the trace is not exported. */
  traceFlags: string | undefined;
  requestId: string | undefined;
  session: string | undefined;
}

/** The fields of the current trace and request. */
const correlation = (_fields: object, level: number): Correlation => {
  countLine(level);
  const span = currentTrace();
  const request = requestContext();
  return {
    traceId: span?.traceId,
    spanId: span?.spanId,
    traceFlags: span && (isSampled(span) ? '01' : '00'),
    requestId: request?.requestId,
    session: request?.session,
  };
};

/** Makes pino store a line's parts on its destination. */
const withMetadata: unique symbol = Symbol.for('pino.metadata');

interface Metadata {
  [withMetadata]: true;
  lastObj: LoggedLine['fields'];
  lastMsg: string;
  lastLevel: number;
}

/** Writes every line to its destination, and exports it by OTLP if a collector is configured. */
const tee = (destination: DestinationStream): DestinationStream => {
  const exported = exportedLog();
  if (!exported) return destination;
  const both: DestinationStream & Metadata = {
    [withMetadata]: true,
    lastObj: {},
    lastMsg: '',
    lastLevel: 0,
    write: (line) => {
      destination.write(line);
      emitLine(exported, {
        level: levels.labels[both.lastLevel] ?? '',
        message: both.lastMsg,
        fields: both.lastObj,
      });
    },
  };
  return both;
};

/**
 * Lines are written in batches, because a write costs more than several lines. The rest is flushed
 * when the process ends, except by SIGKILL.
 */
const standardOutput = (): DestinationStream =>
  pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 });

/** Makes a logger of JSON lines, one per operation, correlated with the current trace and request. */
export const createLogger = (options: LoggerOptions): Logger => {
  const lines = createLines(options);
  return {
    info: (fields, message) => lines.info<object>(fields, message),
    error: (fields, message) => lines.error<object>(fields, message),
  };
};

const createLines = ({ service, version, level, destination }: LoggerOptions) =>
  pino(
    {
      level,
      base: { service, version },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: logError },
      mixin: correlation,
      mixinMergeStrategy: (fields, moment) => Object.assign(moment, redactNames(fields)),
      hooks: { streamWrite: redactLine },
    },
    tee(destination ?? standardOutput()),
  );

/** Lines that this process has written since its start, by level. */
export const logLines: Record<string, number> = { info: 0, error: 0 };

const countLine = (level: number): void => {
  const label = levels.labels[level] ?? '';
  logLines[label] = (logLines[label] ?? 0) + 1;
};
