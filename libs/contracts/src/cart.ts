import { type Static, Type } from 'typebox';
import type { Client } from './client';
import { ProductId, productRoutes } from './product';
import { route, withDefault } from './route';
import { withSession } from './session';

export const ItemQuantity = Type.Integer({ minimum: 1, maximum: 99 });

export const CartItem = Type.Object({ productId: ProductId, quantity: ItemQuantity });
export type CartItem = Static<typeof CartItem>;

/**
 * The id of a cart from its first item until it is emptied or bought: 128 random bits,
 * base64url. When bought items are removed, the rest becomes another cart.
 */
const CartId = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

/** Null until the first item is added. */
export const CartIdentity = Type.Union([CartId, Type.Null()]);
export type CartIdentity = Static<typeof CartIdentity>;

/** A cart in the cart service, without names and prices, which belong to product. */
export const CartContents = Type.Object({ id: CartIdentity, items: Type.Array(CartItem) });
export type CartContents = Static<typeof CartContents>;

const item = Type.Object({ productId: ProductId });

/** The body of a request that sets the quantity of a product. */
export const ItemChange = Type.Object({ quantity: ItemQuantity }, { additionalProperties: false });

export const cartRoutes = {
  read: route({
    method: 'GET',
    path: '/cart',
    summary: "The session's cart, from the replica unless it must be fresh",
    headers: withSession,
    // For a caller that acts on the result.
    querystring: Type.Object({ fresh: withDefault(Type.Boolean(), false) }),
    response: { 200: CartContents },
  }),
  setQuantity: route({
    method: 'PUT',
    path: '/cart/items/:productId',
    summary: 'Set how many of a product are in the cart',
    headers: withSession,
    params: item,
    body: ItemChange,
    response: { 200: CartContents },
    problems: { ...productRoutes.read.problems, 422: ['cart-full'] },
  }),
  remove: route({
    method: 'DELETE',
    path: '/cart/items/:productId',
    summary: 'Take a product out',
    headers: withSession,
    params: item,
    response: { 200: CartContents },
  }),
  clear: route({
    method: 'DELETE',
    path: '/cart',
    summary: 'Empty the cart',
    headers: withSession,
    response: { 200: CartContents },
  }),
  takeOut: route({
    method: 'POST',
    path: '/cart/bought',
    summary: 'Take out what was bought, once; what was put in meanwhile stays',
    headers: withSession,
    body: Type.Object(CartContents.properties, { additionalProperties: false }),
    response: { 200: CartContents },
    // A cart with another id is not changed.
    idempotent: true,
  }),
};
export type CartClient = Client<typeof cartRoutes>;
