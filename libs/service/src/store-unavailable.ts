import { ProblemError } from './errors';

const lostConnection = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether a socket error means that the peer is unreachable. */
export const isConnectionError = (error: unknown): boolean =>
  lostConnection.has(codeOf(error)) ||
  (error instanceof AggregateError && error.errors.some(isConnectionError));

export const errorCode = codeOf;

/** 503: a store of this service cannot be used now. */
export const storeUnavailable = (store: string, cause: unknown): ProblemError =>
  new ProblemError(503, `${store}-unavailable`, `${store} cannot be used now.`, {
    cause,
    retryAfter: 1,
  });
