import type { Problem } from '@faultline/contracts';
import { ProblemError } from '../errors';
import { errorCode } from '../store-unavailable';

/**
 * A problem document from another service. It is passed on unchanged, because it is about the shopper's
 * request. Only a failure of the dependency (500) becomes our 502.
 */
export class DependencyProblem extends ProblemError {
  constructor(dependency: string, problem: Problem) {
    const {
      type: _type,
      title,
      status,
      detail,
      code,
      requestId: _id,
      errors,
      ...extensions
    } = problem;
    const own = status === 500;
    super(
      own ? 502 : status,
      own ? `${dependency}-failed` : code,
      own ? `${dependency} could not answer.` : (detail ?? title),
      { errors, extensions, ...(status === 503 && { retryAfter: 1 }) },
    );
    this.name = 'CalleeProblem';
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' || errorCode(error) === 'UND_ERR_HEADERS_TIMEOUT');

/** Error codes that mean that nothing was sent, because there was no connection. */
const refused = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether an error means that this try sent nothing; earlier tries may have sent the request. */
export const wasNeverSent = (error: unknown): boolean =>
  refused.has(errorCode(error)) ||
  (error instanceof AggregateError && error.errors.every(wasNeverSent));

/**
 * Translates the error of a call into this service's problem: `DEPENDENCY-unreachable` if no try was sent, so that
 * the dependency cannot have done anything; `DEPENDENCY-timeout` and `DEPENDENCY-failed` if it may have. `error` is
 * that of the last try; `mayHaveBeenSent` is about all tries.
 */
export const translateCallError = (
  dependency: string,
  error: unknown,
  mayHaveBeenSent: boolean,
): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (isTimeout(error))
    return new ProblemError(
      504,
      `${dependency}-timeout`,
      `${dependency} took too long to answer.`,
      {
        cause: error,
      },
    );
  if (!mayHaveBeenSent && wasNeverSent(error))
    return new ProblemError(
      503,
      `${dependency}-unreachable`,
      `Failed to connect to ${dependency}.`,
      {
        cause: error,
        retryAfter: 1,
      },
    );
  return new ProblemError(502, `${dependency}-failed`, `${dependency} could not answer.`, {
    cause: error,
  });
};
