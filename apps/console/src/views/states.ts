import type { StateChange } from '@faultline/contracts/console';
import type { ComponentState } from '../health/health';
import type { ConsoleSources } from '../sources';
import { type Paging, type Place, pageOfList } from './pages';
import { rangeOf } from './range';

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

const placeOf = ({ at, component, state, rule }: StateChange): Place => ({
  order: [-at],
  id: JSON.stringify([component, state, rule]),
});

/** The states at the start of a range, as changes, then the changes within it: the newest page first, each page oldest first. */
export const states = (
  { health }: Pick<ConsoleSources, 'health'>,
  query: { from?: number; to?: number } & Paging,
) => {
  const { from, to } = rangeOf(query);
  const keptSince = health.keptSince();
  const all = [
    ...health.at(from).map((state) => stateChange(state, from)),
    ...health.changes(from, to).map((change) => stateChange(change, change.at)),
  ];
  const { items, ...page } = pageOfList(all.toReversed(), placeOf, query, keptSince);
  return { items: items.toReversed(), ...page };
};
