type LoggedError = {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: LoggedError;
};

const deepest = 3;

/**
 * Converts an error for the log: type, message, stack and cause. Other properties are dropped,
 * because drivers put values into them. User input is redacted when the line is sent.
 */
export const logError = (error: unknown, depth = 0): LoggedError => {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.stack && { stack: error.stack }),
    ...(error.cause !== undefined &&
      depth < deepest && { cause: logError(error.cause, depth + 1) }),
  };
};
