import { clear, fill, openCart } from './cart.ts';
import { enterCategory } from './catalogue.ts';
import { chance } from './random.ts';
import type { Shopper } from './shopper.ts';

/** Fills a cart and leaves without paying; the tidy ones empty it first. */
export const abandon = async (shopper: Shopper): Promise<void> => {
  const basket = await fill(shopper, await enterCategory(shopper), 2);
  await openCart(shopper, basket);
  await shopper.think(3);
  if (chance(shopper.random, 0.3)) await clear(shopper);
};
