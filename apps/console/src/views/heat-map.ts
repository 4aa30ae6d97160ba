import type { HeatMap } from '@faultline/contracts/console';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { searchOf } from './search';

/** Rows as high as a fifth of their duration, or as the whole of it where no columns are asked for. */
const fine = { rowsPerDoubling: 4 };
const coarse = { columns: 24, rowsPerDoubling: 1 };

/** Spans that fit a search, by time and duration; coarse unless a number of columns is asked for. */
export const heatMap = async (
  store: Pick<TelemetryStore, 'heatMap' | 'since'>,
  query: { q: string; from?: number; to?: number; columns?: number },
): Promise<HeatMap> => {
  const search = searchOf(query);
  const { from, to } = search;
  const { columns, rowsPerDoubling } =
    query.columns === undefined ? coarse : { columns: query.columns, ...fine };
  const grid = { columnMilliseconds: Math.max(1, (to - from) / columns), rowsPerDoubling };
  const [{ items: cells, searchedSince }, since] = await Promise.all([
    store.heatMap(search, grid),
    store.since(),
  ]);
  return {
    ...{ from, to, ...grid, cells },
    ...{ total: cells.length, truncated: false },
    ...(since !== undefined && { keptSince: since }),
    ...(searchedSince !== undefined && { searchedSince }),
  };
};

/** A heat map with so many of its cells, those with the most spans. */
export const shortHeatMap = ({ cells, ...whole }: HeatMap, limit: number): HeatMap => ({
  ...whole,
  cells: [...cells].sort((a, b) => b.count - a.count).slice(0, limit),
  truncated: cells.length > limit,
});
