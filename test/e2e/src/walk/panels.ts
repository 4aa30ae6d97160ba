import { type BoardQuery, boardQueries } from '@faultline/dashboards';
import type { PanelShown } from './step';

let known: readonly BoardQuery[] | undefined;

/** The queries of a panel, as they stand in its dashboard. Throws if there is no such panel. */
export const queriesOf = ({ board, panel }: PanelShown): readonly BoardQuery[] => {
  known ??= boardQueries();
  const found = known.filter((query) => query.board === board && query.asks === panel);
  if (found.length === 0) throw new Error(`the dashboard ${board} has no panel ${panel}`);
  return found;
};
