import { setTimeout as delay } from 'node:timers/promises';
import { requestContext } from '@faultline/telemetry';
import { ProblemError } from './errors';

/** How long the caller will still wait, in whole milliseconds: handed from service to service. */
export const timeoutHeader = 'x-request-timeout-ms';

/** The deadline of a request that came in now, on the clock of `performance.now()`. */
export const deadlineOf = (header: string | string[] | undefined, limit: number): number => {
  const asked = Number(header);
  const granted = Number.isFinite(asked) && asked > 0 ? Math.min(asked, limit) : limit;
  return performance.now() + granted;
};

/**
 * Milliseconds left for the request in progress, `limit` at most; throws a 504 when its caller has
 * given up. Background work has the limit.
 */
export const timeLeft = (limit: number): number => {
  const context = requestContext();
  const left = context ? Math.min(limit, Math.floor(context.deadline - performance.now())) : limit;
  if (left <= 0) throw new ProblemError(504, 'deadline-exceeded', 'The answer came too late.');
  return left;
};

/** What is left for the response itself once the work was given up. */
const responseMilliseconds = 50;

/**
 * The result of `work`, or undefined when the caller's time is up first. The work then goes on; if it fails,
 * nobody waits for it any more, and `onLateError` is told.
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
