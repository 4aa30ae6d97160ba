import { useNow } from './use-now';
import { useRange } from './use-range';

/** The moment that the page shows: the present while it is live, or else the end of its range. */
export const useMoment = (): number => {
  const { range } = useRange();
  const now = useNow();
  return range.live ? now : range.to;
};
