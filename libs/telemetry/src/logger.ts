import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { requestContext } from './request-context';
import { currentTrace } from './tracing';

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

/** JSON lines, one an operation, correlated with the trace and the request in progress. */
export const createLogger = ({ service, version, level, destination }: LoggerOptions): Logger =>
  pino(
    {
      level,
      base: { service, version },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: correlation,
    },
    destination ?? pino.destination({ dest: 1, sync: false, minLength: 0 }),
  );
