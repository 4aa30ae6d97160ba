import type { ComponentStatus } from '@faultline/contracts/console';

/** Milliseconds from the first failures of a component until it turns, at most: the window of its rules. */
const lead = 15_000;

/** From when on a component that is not healthy now was about to turn, in ms since 1970. */
export const unhealthySince = ({
  state,
  since,
  reasons,
}: Pick<ComponentStatus, 'state' | 'since' | 'reasons'>): number | undefined => {
  if (state !== 'red' && state !== 'amber') return undefined;
  const times = [...(since === undefined ? [] : [since]), ...reasons.map((reason) => reason.since)];
  return times.length === 0 ? undefined : Math.min(...times) - lead;
};
