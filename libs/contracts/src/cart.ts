import { type Static, Type } from 'typebox';
import type { HttpCaller } from './http-caller';
import { ProductId } from './product';
import { sessionHeader } from './session';

export const ItemQuantity = Type.Integer({ minimum: 1, maximum: 99 });

export const CartItem = Type.Object({ productId: ProductId, quantity: ItemQuantity });
export type CartItem = Static<typeof CartItem>;

/** What the cart service keeps: no names and no prices, these belong to product. */
export const CartContents = Type.Object({ items: Type.Array(CartItem) });
export type CartContents = Static<typeof CartContents>;

export interface CartClient {
  /** `fresh` asks the primary, for a reader that acts on what it reads. */
  read(session: string, options?: { fresh: boolean }): Promise<CartContents>;
  setQuantity(session: string, productId: string, quantity: number): Promise<CartContents>;
  remove(session: string, productId: string): Promise<CartContents>;
  clear(session: string): Promise<CartContents>;
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
  };
};
