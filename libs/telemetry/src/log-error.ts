import { redact } from './redact';

interface LoggedError {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: LoggedError;
}

const deepest = 3;

/**
 * An error as the log shows it: what it is, where it happened and what caused it. Other properties
 * stay out, since drivers put values into them.
 */
export const logError = (error: unknown, depth = 0): LoggedError => {
  if (!(error instanceof Error)) return { type: typeof error, message: redact(String(error)) };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: redact(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.stack && { stack: redact(error.stack) }),
    ...(error.cause !== undefined &&
      depth < deepest && { cause: logError(error.cause, depth + 1) }),
  };
};
