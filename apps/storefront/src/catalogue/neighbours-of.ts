import type { Product } from '@faultline/contracts';

/** The products that follow one on its shelf, round past the end; the first ones if it is not there. */
export const neighboursOf = (
  id: string,
  shelf: readonly Product[],
  most: number,
): readonly Product[] => {
  const place = shelf.findIndex((product) => product.id === id);
  const others = [...shelf.slice(place + 1), ...shelf.slice(0, Math.max(place, 0))];
  return others.slice(0, most);
};
