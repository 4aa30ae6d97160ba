import type { PricedCart, Product } from '@faultline/contracts';
import { ask } from './ask.ts';
import { type Basket, checkLines, withQuantity } from './basket.ts';
import { readProduct } from './catalogue.ts';
import { between, sample } from './random.ts';
import type { Shopper, ShopStep } from './shopper.ts';

export const emptyBasket: Basket = new Map();

/** Looks at up to `count` of the products and puts each into the cart. */
export const fill = async (
  shopper: Shopper,
  products: readonly Product[],
  count: number,
): Promise<Basket> => {
  let basket = emptyBasket;
  for (const listed of sample(shopper.random, products, count)) {
    await shopper.think(2);
    const product = await readProduct(shopper, listed);
    await shopper.think(1);
    basket = await setQuantity(shopper, basket, product, between(shopper.random, 1, 3));
  }
  return basket;
};

/** Puts a product into the cart, or changes its quantity. Gives the basket as it is then. */
export const setQuantity = (
  shopper: Shopper,
  basket: Basket,
  product: Product,
  quantity: number,
): Promise<Basket> =>
  change(
    shopper,
    {
      name: 'cart-put',
      endpoint: 'putCartItem',
      params: { productId: product.id },
      body: { quantity },
    },
    withQuantity(basket, product, quantity),
  );

export const remove = (shopper: Shopper, basket: Basket, product: Product): Promise<Basket> =>
  change(
    shopper,
    { name: 'cart-remove', endpoint: 'removeCartItem', params: { productId: product.id } },
    withQuantity(basket, product, 0),
  );

/** Empties the cart. */
export const clear = (shopper: Shopper): Promise<Basket> =>
  change(shopper, { name: 'cart-clear', endpoint: 'clearCart' }, emptyBasket);

/**
 * Opens the cart, which must contain the basket. Pauses first, because the shop may read the cart from a replica
 * that lags behind the last change.
 */
export const openCart = async (shopper: Shopper, basket: Basket): Promise<PricedCart> => {
  await shopper.think(1, 0.25);
  return askForCart(shopper, { name: 'cart', endpoint: 'readCart' }, basket);
};

const change = async (shopper: Shopper, step: ShopStep, expected: Basket): Promise<Basket> => {
  await askForCart(shopper, step, expected);
  return expected;
};

const askForCart = async (
  shopper: Shopper,
  step: ShopStep,
  expected: Basket,
): Promise<PricedCart> => {
  const cart = await ask(shopper, step, 200, shopper.guards.isPricedCart);
  checkLines(shopper, step.name, { lines: cart.items, total: cart.total }, expected);
  return cart;
};
