import { ProblemError } from '@faultline/service';

/** What views show by default: the last 15 minutes. */
const defaultMilliseconds = 15 * 60_000;

export interface Range {
  from: number;
  to: number;
}

/** The range of a request. Throws an `invalid-request` if it ends before it begins. */
export const rangeOf = (
  { from, to }: { from?: number | undefined; to?: number | undefined },
  now = Date.now(),
): Range => {
  const end = to ?? Math.max(now, from ?? 0);
  const range = { from: from ?? end - defaultMilliseconds, to: end };
  if (range.from <= range.to) return range;
  const message = 'must not be after to';
  throw new ProblemError(400, 'invalid-request', `from ${message}`, {
    errors: [{ field: 'from', message }],
  });
};

/** The range together with the one of the same length before it, and the moment between the two. */
export const withBefore = ({ from, to }: Range): Range & { middle: number } => ({
  from: 2 * from - to,
  middle: from,
  to,
});
