import type { CartContents, ProductClient } from '@faultline/contracts';
import { notFound, ProblemError, unprocessable } from '@faultline/service';
import type { CartRepository } from './cart-repository';

const maxProducts = 50;

export interface Carts extends CartRepository {
  setQuantity(session: string, productId: string, quantity: number): Promise<CartContents>;
}

/** The rules of a cart: only products that exist, and no more than fit into one. */
export const createCarts = (repository: CartRepository, products: ProductClient): Carts => {
  const refuseUnknown = (productId: string) =>
    products.read(productId).catch((error: unknown) => {
      if (error instanceof ProblemError && error.statusCode === 404)
        throw notFound('unknown-product', 'productId', `There is no product ${productId}.`);
      throw error;
    });

  return {
    ...repository,
    setQuantity: async (session, productId, quantity) => {
      await refuseUnknown(productId);
      const cart = await repository.setQuantity(session, productId, quantity, maxProducts);
      if (cart) return cart;
      const message = `A cart holds at most ${maxProducts} different products.`;
      throw unprocessable('cart-full', 'productId', message);
    },
  };
};
