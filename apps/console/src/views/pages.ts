import { createHash } from 'node:crypto';
import { consoleRoutes } from '@faultline/contracts/console';
import { problemOf } from '@faultline/service';
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

/** What an entry is found by again, also when others have come or gone. */
export interface Place {
  /** By what the list is ordered, the smallest first; the first number weighs the most. */
  order: readonly number[];
  /** What no other entry of this order has. */
  id: string;
}

/** Throws an `invalid-cursor` for a cursor that no page gave out. */
export const refuseCursor = (message: string, cause?: Error): never => {
  throw problemOf(consoleRoutes.traces, 'invalid-cursor', message, { field: 'cursor', cause });
};

const digest = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 16);

const cursorOf = ({ order, id }: Place): string => `${order.join('_')}.${digest(id)}`;

const compareOrder = (one: readonly number[], other: readonly number[]): number =>
  one.map((number, index) => number - (other[index] ?? 0)).find((difference) => difference !== 0) ??
  0;

/** Sorts entries by their places; those of the same order stay as they are. */
export const byOrder =
  <Item>(placeOf: (item: Item) => Place) =>
  (one: Item, other: Item): number =>
    compareOrder(placeOf(one).order, placeOf(other).order);

/** Where a list goes on behind a cursor's entry, or, if that is gone, where it would be. */
const positionBehind = (cursor: string, places: readonly Place[]): number => {
  const [, numbers] = /^(-?\d+(?:\.\d+)?(?:_-?\d+(?:\.\d+)?){0,3})\.[\w-]{16}$/.exec(cursor) ?? [];
  if (numbers === undefined) return refuseCursor(`${cursor} is no cursor`);
  const entry = places.findIndex((place) => cursorOf(place) === cursor);
  if (entry >= 0) return entry + 1;
  const order = numbers.split('_').map(Number);
  const behind = places.findIndex((place) => compareOrder(place.order, order) > 0);
  return behind < 0 ? places.length : behind;
};

/** A page of a list that is whole in memory. Its cursor names the last entry, so that the next page begins behind it. */
export const pageOfList = <Item>(
  all: readonly Item[],
  placeOf: (item: Item) => Place,
  { limit = all.length, cursor }: Paging,
  keptSince?: number,
) => {
  const start = cursor === undefined ? 0 : positionBehind(cursor, all.map(placeOf));
  const items = all.slice(start, start + limit);
  const last = items.at(-1);
  const next = last && start + items.length < all.length ? cursorOf(placeOf(last)) : undefined;
  return { items, ...shownPage({ items: [], total: all.length, next }, keptSince) };
};
