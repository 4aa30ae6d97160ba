import {
  CartContents,
  ItemQuantity,
  ProductId,
  SessionId,
  sessionHeader,
} from '@faultline/contracts';
import type { Routes } from '@faultline/service';
import { Type } from 'typebox';
import type { Carts } from './carts';

const headers = Type.Object({ [sessionHeader]: SessionId });
const params = Type.Object({ productId: ProductId });
const response = { 200: CartContents };

const readCart = {
  summary: "The session's cart, from the replica unless it must be fresh",
  headers,
  querystring: Type.Object({ fresh: Type.Boolean({ default: false }) }),
  response,
};
const putItem = {
  summary: 'Set how many of a product are in the cart',
  headers,
  params,
  body: Type.Object({ quantity: ItemQuantity }, { additionalProperties: false }),
  response,
};
const removeItem = { summary: 'Take a product out', headers, params, response };
const takeOut = {
  summary: 'Take out what was bought, once; what was put in meanwhile stays',
  headers,
  body: Type.Object(CartContents.properties, { additionalProperties: false }),
  response,
};
const clearCart = { summary: 'Empty the cart', headers, response };

export const cartRoutes: Routes<{ carts: Carts }> = async (app, { carts }) => {
  app.get('/cart', { schema: readCart }, ({ headers, query }) =>
    query.fresh ? carts.readFresh(headers[sessionHeader]) : carts.read(headers[sessionHeader]),
  );

  app.put('/cart/items/:productId', { schema: putItem }, ({ headers, params, body }) =>
    carts.setQuantity(headers[sessionHeader], params.productId, body.quantity),
  );

  app.delete('/cart/items/:productId', { schema: removeItem }, ({ headers, params }) =>
    carts.remove(headers[sessionHeader], params.productId),
  );

  app.delete('/cart', { schema: clearCart }, async ({ headers }) => {
    await carts.clear(headers[sessionHeader]);
    return { id: null, items: [] };
  });

  app.post('/cart/bought', { schema: takeOut }, ({ headers, body }) =>
    carts.takeOut(headers[sessionHeader], body),
  );
};
