import { fill, openCart, remove, setQuantity } from './cart.ts';
import { enterCategory } from './catalogue.ts';
import type { Shopper } from './shopper.ts';

/** Fills a cart with some products, changes its mind about two of them, and looks at the rest. */
export const fillCart = async (shopper: Shopper): Promise<void> => {
  let basket = await fill(shopper, await enterCategory(shopper), 3);
  const [changed, dropped] = [...basket.values()];
  if (changed) {
    await shopper.think(2);
    basket = await setQuantity(shopper, basket, changed.product, changed.quantity + 1);
  }
  if (dropped) {
    await shopper.think(1);
    basket = await remove(shopper, basket, dropped.product);
  }
  await openCart(shopper, basket);
};
