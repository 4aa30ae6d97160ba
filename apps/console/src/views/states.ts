import type { StateChange } from '@faultline/contracts/console';
import type { HealthChange } from '../health/health';
import type { ConsoleSources } from '../sources';
import { rangeOf } from './range';

/** How many changes a response has at most, the newest. */
const limit = 5_000;

export const stateChange = ({
  since,
  component,
  state,
  rule,
  words,
}: HealthChange): StateChange => ({
  at: since,
  component,
  state,
  ...(rule !== undefined && { rule }),
  ...(words !== '' && { words }),
});

/** The states at the begin of a range, as changes, then the changes within it, oldest first. */
export const states = (
  { health }: Pick<ConsoleSources, 'health'>,
  query: { from?: number; to?: number },
) => {
  const { from, to } = rangeOf(query);
  const keptSince = health.keptSince();
  const all = [
    ...health.at(from).map((state) => ({ ...stateChange(state), at: from })),
    ...health.changes(from, to).map(stateChange),
  ];
  return {
    items: all.slice(-limit),
    total: all.length,
    truncated: all.length > limit,
    ...(keptSince !== undefined && { keptSince }),
  };
};
