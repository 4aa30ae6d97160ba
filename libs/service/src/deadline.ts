import { setTimeout as delay } from 'node:timers/promises';
import { requestContext } from '@faultline/telemetry';
import { ProblemError } from './errors';

/** The header with the time for which the caller will still wait, in whole milliseconds. */
export const timeoutHeader = 'x-request-timeout-ms';

/** The deadline of a request that came in now, on the clock of `performance.now()`. */
export const deadlineOf = (header: string | string[] | undefined, limit: number): number => {
  const asked = Number(header);
  const granted = Number.isFinite(asked) && asked > 0 ? Math.min(asked, limit) : limit;
  return performance.now() + granted;
};

/**
 * Milliseconds left for the current request, at most `limit`; throws a 504 if its deadline has passed.
 * Background work has no deadline and gets `limit`.
 */
export const timeLeft = (limit: number): number => {
  const context = requestContext();
  const left = context ? Math.min(limit, Math.floor(context.deadline - performance.now())) : limit;
  if (left <= 0) throw new ProblemError(504, 'deadline-exceeded', 'The answer came too late.');
  return left;
};

/** The time before the deadline that is reserved for sending the response. */
const responseMilliseconds = 50;

/**
 * The result of `work`, or undefined if the deadline passes first. The work then continues without a caller, and
 * `onLateError` gets its error if it fails.
 */
export const withinDeadline = async <T>(
  work: Promise<T>,
  onLateError: (error: unknown) => void,
): Promise<T | undefined> => {
  const context = requestContext();
  if (!context) return work;
  const left = Math.max(0, context.deadline - performance.now() - responseMilliseconds);
  const done = new AbortController();
  const late = delay(left, undefined, { signal: done.signal }).then(() => {
    work.catch(onLateError);
    return undefined;
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
};
