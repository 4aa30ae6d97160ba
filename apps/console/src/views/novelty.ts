import type { ErrorGroup } from '@faultline/contracts/console';

/** How long nothing of the kind must have been there before the first one, to call it new. */
const watchedMilliseconds = 60_000;

/**
 * Whether something is new, or gone, against the window before. Nothing is new that came within a minute of the begin
 * of what is kept: it may have been there before.
 */
export const noveltyOf = (
  { count, before, first }: { count: number; before: number; first: number },
  keptSince: number | undefined,
): ErrorGroup['novelty'] => {
  if (count === 0) return 'gone';
  const watched = keptSince === undefined ? 0 : first - keptSince;
  return before === 0 && watched >= watchedMilliseconds ? 'new' : 'known';
};
