import {
  type CartClient,
  type CartContents,
  ItemQuantity,
  PricedCart,
  ProductId,
} from '@faultline/contracts';
import type { Routes } from '@faultline/service';
import { Type } from 'typebox';
import type { Pricing } from '../pricing';
import { type Sessions, sessionHeaders } from '../sessions';

interface Dependencies {
  carts: CartClient;
  pricing: Pricing;
  sessions: Sessions;
}

const headers = Type.Object(sessionHeaders);
const params = Type.Object({ productId: ProductId });
const response = { 200: PricedCart };

const readCart = { summary: "The shopper's cart", headers, response };
const putItem = {
  summary: 'Set how many of a product are in the cart',
  headers,
  params,
  body: Type.Object({ quantity: ItemQuantity }, { additionalProperties: false }),
  response,
};
const removeItem = { summary: 'Take a product out of the cart', headers, params, response };
const clearCart = { summary: 'Empty the cart', headers, response };

/** What a shopper without a session has: reading it stores nothing. */
const empty: CartContents = { id: null, items: [] };

export const cartRoutes: Routes<Dependencies> = async (app, { carts, pricing, sessions }) => {
  app.get('/api/cart', { schema: readCart }, async (request, reply) => {
    const session = await sessions.find(request, reply);
    return pricing.price(session ? await carts.read(session) : empty);
  });

  app.put('/api/cart/items/:productId', { schema: putItem }, async (request, reply) => {
    const session = await sessions.findOrStart(request, reply);
    const { productId } = request.params;
    return pricing.price(await carts.setQuantity(session, productId, request.body.quantity));
  });

  app.delete('/api/cart/items/:productId', { schema: removeItem }, async (request, reply) => {
    const session = await sessions.find(request, reply);
    return pricing.price(session ? await carts.remove(session, request.params.productId) : empty);
  });

  app.delete('/api/cart', { schema: clearCart }, async (request, reply) => {
    const session = await sessions.find(request, reply);
    return pricing.price(session ? await carts.clear(session) : empty);
  });
};
