import type { Product } from '@faultline/contracts';

/**
 * Up to `max` products after the one with `id` on its shelf, wrapping around at the end; the first ones
 * if it is not on the shelf.
 */
export const neighboursOf = (
  id: string,
  shelf: readonly Product[],
  max: number,
): readonly Product[] => {
  const place = shelf.findIndex((product) => product.id === id);
  const others = [...shelf.slice(place + 1), ...shelf.slice(0, Math.max(place, 0))];
  return others.slice(0, max);
};
