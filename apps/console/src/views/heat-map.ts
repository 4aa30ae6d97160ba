import type { HeatMap } from '@faultline/contracts/console';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { searchOf } from './search';

/** Rows as high as a fifth of their duration. */
const rowsPerDoubling = 4;

/** Spans that fit a search, by time and duration. */
export const heatMap = async (
  store: Pick<TelemetryStore, 'heatMap' | 'since'>,
  query: { q: string; from?: number; to?: number; columns: number },
): Promise<HeatMap> => {
  const search = searchOf(query);
  const { from, to } = search;
  const columnMilliseconds = Math.max(1, (to - from) / query.columns);
  const grid = { columnMilliseconds, rowsPerDoubling };
  const [cells, since] = await Promise.all([store.heatMap(search, grid), store.since()]);
  return { from, to, ...grid, cells, ...(since !== undefined && { keptSince: since }) };
};
