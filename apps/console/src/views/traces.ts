import type { TraceLine, TracePage } from '@faultline/contracts/console';
import type { TelemetryStore, TraceSummary } from '@faultline/telemetry-store';
import { shownPage } from './pages';
import { pageOf, searchOf } from './search';

export interface SearchQuery {
  q: string;
  from?: number;
  to?: number;
  limit: number;
  cursor?: string;
}

const lineOf = ({ service, name, ...summary }: TraceSummary): TraceLine => ({
  ...summary,
  ...(service !== undefined && { service }),
  ...(name !== undefined && { name }),
});

/** Traces with spans that fit a search, the newest first. */
export const traces = async (
  store: Pick<TelemetryStore, 'traces' | 'since'>,
  query: SearchQuery,
): Promise<TracePage> => {
  const { limit, cursor } = query;
  const [page, since] = await Promise.all([
    pageOf(store.traces({ ...searchOf(query), limit, cursor })),
    store.since(),
  ]);
  return { items: page.items.map(lineOf), ...shownPage(page, since) };
};
