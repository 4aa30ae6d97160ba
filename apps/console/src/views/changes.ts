import type { Change } from '@faultline/contracts/console';
import type { Change as Found } from '../changes/changes';
import type { ConsoleSources } from '../sources';
import { type Paging, type Place, pageOfList } from './pages';
import { rangeOf } from './range';

export const shownChange = ({ at, kind, service, before, after }: Found): Change => {
  const change = { at, component: service };
  switch (kind) {
    case 'release':
      return { ...change, kind: 'version', words: `${before} → ${after}` };
    case 'scale':
      return { ...change, kind, words: `${before} → ${after} instances` };
    case 'restart':
      return { ...change, kind, words: 'restarted' };
  }
};

const placeOf = ({ at, component, kind, words }: Change): Place => ({
  order: [-at],
  id: JSON.stringify([component, kind, words]),
});

/** New versions, restarts and changes of scale in a range, newest first. */
export const changes = (
  sources: Pick<ConsoleSources, 'changes' | 'health'>,
  query: { from?: number; to?: number; component?: string } & Paging,
) => {
  const { from, to } = rangeOf(query);
  const keptSince = sources.health.keptSince();
  const items = sources.changes
    .between(from, to)
    .filter(({ service }) => query.component === undefined || service === query.component)
    .map(shownChange)
    .reverse();
  return pageOfList(items, placeOf, query, keptSince);
};
