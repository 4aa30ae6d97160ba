import { cursorOf } from './cursor';
import type { Row } from './rows';
import type { Page } from './search';

interface ReadRows {
  /** One more than the limit if there are more. */
  rows: readonly Row[];
  limit: number;
  /** The column by which they are ordered. */
  time: string;
  total: unknown;
  searchedSince: number | undefined;
}

/** The page of the rows that were read. */
export const pageOf = <Item>(
  { rows, limit, time, total, searchedSince }: ReadRows,
  itemOf: (row: Row) => Item,
): Page<Item> => {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  // What is older than the part that was searched has not been searched yet.
  const further =
    searchedSince === undefined
      ? undefined
      : cursorOf({ time: Math.round(searchedSince * 1000), id: 0 });
  return {
    items: shown.map(itemOf),
    total: Number(total),
    next: last ? cursorOf({ time: Number(last[time]), id: Number(last.id) }) : further,
    searchedSince,
  };
};
