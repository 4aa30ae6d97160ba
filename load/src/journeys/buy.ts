import { emptyBasket, fill, openCart } from './cart.ts';
import { enterCategory } from './catalogue.ts';
import { openOrder, pay } from './checkout.ts';
import { between } from './random.ts';
import type { Shopper } from './shopper.ts';

/** Fills a cart, pays, and looks at the order and the cart afterwards. */
export const buy = async (shopper: Shopper): Promise<void> => {
  const products = await enterCategory(shopper);
  const basket = await fill(shopper, products, between(shopper.random, 1, 3));
  const cart = await openCart(shopper, basket);
  await shopper.think(4);
  const purchase = await pay(shopper, basket, cart);
  await shopper.think(1);
  await openOrder(shopper, purchase, basket);
  shopper.check('checkout empties the cart', purchase.cartCleared, () => 'it says that it did not');
  await openCart(shopper, emptyBasket);
};
