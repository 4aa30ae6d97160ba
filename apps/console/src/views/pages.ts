import type { Page } from '@faultline/telemetry-store';

/** What a page of the store says about itself, as the contracts have it. */
export const shownPage = (
  { total, next, searchedSince }: Page<unknown>,
  keptSince: number | undefined,
) => ({
  total,
  truncated: next !== undefined,
  ...(next !== undefined && { next }),
  ...(searchedSince !== undefined && { searchedSince }),
  ...(keptSince !== undefined && { keptSince }),
});

/** Which part of a list is asked for: all of it, if there is no limit. */
export interface Paging {
  limit?: number;
  cursor?: string;
}

/** A page of a list that is whole in memory; its cursors are positions. */
export const pageOfList = <Item>(
  all: readonly Item[],
  { limit = all.length, cursor }: Paging,
  keptSince?: number,
) => {
  const start = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0);
  const items = all.slice(start, start + limit);
  const end = start + items.length;
  const next = end < all.length ? String(end) : undefined;
  return { items, ...shownPage({ items: [], total: all.length, next }, keptSince) };
};
