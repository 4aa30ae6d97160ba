import { fill, openCart } from './cart.ts';
import { enterCategory } from './catalogue.ts';
import { payInVain } from './checkout.ts';
import type { Shopper } from './shopper.ts';

/** Pays with a card that is declined; the cart must still be there. */
export const getDeclined = async (shopper: Shopper): Promise<void> => {
  const basket = await fill(shopper, await enterCategory(shopper), 1);
  const cart = await openCart(shopper, basket);
  await shopper.think(4);
  await payInVain(shopper, cart);
  await openCart(shopper, basket);
};
