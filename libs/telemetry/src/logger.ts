import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { logError } from './log-error';
import { requestContext } from './request-context';
import { currentTrace, exportedLog } from './tracing';

export type Logger = PinoLogger;

export interface LoggerOptions {
  service: string;
  version: string;
  level: string;
  /** Where the lines go; standard output if not given. */
  destination?: DestinationStream;
}

/** What belongs to the moment of a line: the trace and the request it was written in. */
const correlation = () => {
  const span = currentTrace();
  const request = requestContext();
  return {
    ...(span && { traceId: span.traceId, spanId: span.spanId }),
    ...(request && { requestId: request.requestId }),
    ...(request?.session && { session: request.session }),
  };
};

/** Every line goes to its destination, and by OTLP to a collector where one is named. */
const tee = (destination: DestinationStream): DestinationStream => {
  const exported = exportedLog();
  if (!exported) return destination;
  return {
    write: (line) => {
      destination.write(line);
      exported.take(line);
    },
  };
};

/** JSON lines, one an operation, correlated with the trace and the request in progress. */
export const createLogger = ({ service, version, level, destination }: LoggerOptions): Logger =>
  pino(
    {
      level,
      base: { service, version },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: logError },
      mixin: correlation,
    },
    tee(destination ?? pino.destination({ dest: 1, sync: false, minLength: 0 })),
  );
