import { type Static, Type } from 'typebox';
import type { HttpCaller } from './http-caller';
import { ProductId } from './product';
import { sessionHeader } from './session';

export const ItemQuantity = Type.Integer({ minimum: 1, maximum: 99 });

export const CartItem = Type.Object({ productId: ProductId, quantity: ItemQuantity });
export type CartItem = Static<typeof CartItem>;

/**
 * A cart from the first thing that is put into it until it is emptied or bought: 128 random bits,
 * base64url. What is left when an order's goods are taken out is another cart.
 */
export const CartId = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

/** Null while nothing was put in. */
export const CartIdentity = Type.Union([CartId, Type.Null()]);
export type CartIdentity = Static<typeof CartIdentity>;

/** What the cart service keeps: no names and no prices, these belong to product. */
export const CartContents = Type.Object({ id: CartIdentity, items: Type.Array(CartItem) });
export type CartContents = Static<typeof CartContents>;

export interface CartClient {
  /** `fresh` asks the primary, for a reader that acts on what it reads. */
  read(session: string, options?: { fresh: boolean }): Promise<CartContents>;
  setQuantity(session: string, productId: string, quantity: number): Promise<CartContents>;
  remove(session: string, productId: string): Promise<CartContents>;
  clear(session: string): Promise<CartContents>;
  /**
   * Takes out what was bought, as long as the cart is the one of this id: once, however often it is
   * called. What was put in meanwhile stays, as a cart with another id.
   */
  takeOut(session: string, bought: CartContents): Promise<CartContents>;
}

export const cartClient = (http: HttpCaller): CartClient => {
  const headers = (session: string) => ({ [sessionHeader]: session });
  return {
    read: (session, options) =>
      http.call({
        method: 'GET',
        route: '/cart',
        query: { fresh: options?.fresh ? 'true' : undefined },
        headers: headers(session),
        answer: CartContents,
      }),
    setQuantity: (session, productId, quantity) =>
      http.call({
        method: 'PUT',
        route: '/cart/items/:productId',
        path: { productId },
        headers: headers(session),
        body: { quantity },
        answer: CartContents,
      }),
    remove: (session, productId) =>
      http.call({
        method: 'DELETE',
        route: '/cart/items/:productId',
        path: { productId },
        headers: headers(session),
        answer: CartContents,
      }),
    clear: (session) =>
      http.call({
        method: 'DELETE',
        route: '/cart',
        headers: headers(session),
        answer: CartContents,
      }),
    takeOut: (session, { id, items }) =>
      http.call({
        method: 'POST',
        route: '/cart/bought',
        headers: headers(session),
        body: { id, items },
        answer: CartContents,
        idempotent: true,
      }),
  };
};
