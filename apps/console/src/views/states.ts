import type { StateChange } from '@faultline/contracts/console';
import type { ComponentState } from '../health/health';
import type { ConsoleSources } from '../sources';
import { rangeOf } from './range';

/** How many changes a response has at most, the newest. */
const limit = 5_000;

/** A component's state from a moment on, with the most serious reason. */
export const stateChange = (
  { component, state, reasons: [reason] }: ComponentState,
  at: number,
): StateChange => ({
  at,
  component,
  state,
  ...(reason && { rule: reason.rule, words: reason.words }),
});

/** The states at the begin of a range, as changes, then the changes within it, oldest first. */
export const states = (
  { health }: Pick<ConsoleSources, 'health'>,
  query: { from?: number; to?: number },
) => {
  const { from, to } = rangeOf(query);
  const keptSince = health.keptSince();
  const all = [
    ...health.at(from).map((state) => stateChange(state, from)),
    ...health.changes(from, to).map((change) => stateChange(change, change.at)),
  ];
  return {
    items: all.slice(-limit),
    total: all.length,
    truncated: all.length > limit,
    ...(keptSince !== undefined && { keptSince }),
  };
};
