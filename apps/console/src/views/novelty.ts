import type { ErrorGroup } from '@faultline/contracts/console';

/**
 * Whether something is new, or gone, against the window before, which begins at `beforeFrom`. Nothing is new as long as
 * that window is not kept from its begin: it may have been there.
 */
export const noveltyOf = (
  { count, before }: { count: number; before: number },
  beforeFrom: number,
  keptSince: number | undefined,
): ErrorGroup['novelty'] => {
  if (count === 0) return 'gone';
  return before === 0 && keptSince !== undefined && keptSince <= beforeFrom ? 'new' : 'known';
};
