import type { Problem } from '@faultline/contracts';
import { ProblemError } from '../errors';
import { errorCode } from '../store-unavailable';

/**
 * A problem that another service answered with. It passes on as it is: what was wrong with the
 * shopper's request stays wrong with it. Only the dependency's own failure (500) becomes our 502.
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

/** Nothing was sent: nobody took the connection. */
const refused = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether an error says that this one try sent nothing; nothing is said of tries before it. */
export const wasNeverSent = (error: unknown): boolean =>
  refused.has(errorCode(error)) ||
  (error instanceof AggregateError && error.errors.every(wasNeverSent));

/**
 * Why a call failed, as the problem that this service answers with: `CALLEE-unreachable` when the
 * dependency certainly did nothing, because no try of the
 * call was sent; `CALLEE-timeout` and `CALLEE-failed` when nobody here can know. The error is that
 * of the last try, so it takes `mayHaveBeenSent` to speak for the tries before.
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
