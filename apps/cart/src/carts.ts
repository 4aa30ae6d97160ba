import { type CartContents, cartRoutes, type ProductClient } from '@faultline/contracts';
import { ProblemError, problemOf } from '@faultline/service';
import type { CartRepository } from './cart-repository';

const maxProducts = 50;

const { setQuantity: route } = cartRoutes;
const field = 'productId';

export interface Carts extends CartRepository {
  setQuantity(session: string, productId: string, quantity: number): Promise<CartContents>;
}

/** The rules of a cart: its products exist, and their number is limited. */
export const createCarts = (repository: CartRepository, products: ProductClient): Carts => {
  const refuseUnknown = (productId: string) =>
    products.read({ params: { id: productId } }).catch((error: unknown) => {
      if (error instanceof ProblemError && error.statusCode === 404)
        throw problemOf(route, 'unknown-product', `There is no product ${productId}.`, { field });
      throw error;
    });

  return {
    ...repository,
    setQuantity: async (session, productId, quantity) => {
      await refuseUnknown(productId);
      const cart = await repository.setQuantity(session, productId, quantity, maxProducts);
      if (cart) return cart;
      const detail = `A cart holds at most ${maxProducts} different products.`;
      throw problemOf(route, 'cart-full', detail, { field });
    },
  };
};
