import type { TraceLine, TracePage } from '@faultline/contracts/console';
import type { TelemetryStore, TraceOrder, TraceSummary } from '@faultline/telemetry-store';
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

/** Traces with spans that fit a search, the newest first, or those with the most of what `sort` says. */
export const traces = async (
  store: Pick<TelemetryStore, 'traces' | 'since'>,
  query: SearchQuery & { sort?: TraceOrder },
): Promise<TracePage> => {
  const { limit, cursor, sort: order = 'start' } = query;
  const [page, since] = await Promise.all([
    pageOf(store.traces({ ...searchOf(query), limit, cursor, order })),
    store.since(),
  ]);
  return { items: page.items.map(lineOf), ...shownPage(page, since) };
};
