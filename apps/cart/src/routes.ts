import { type cartRoutes, sessionHeader } from '@faultline/contracts';
import type { Handlers } from '@faultline/service';
import type { Carts } from './carts';

export const cartHandlers = (carts: Carts): Handlers<typeof cartRoutes> => ({
  read: ({ headers, query }) =>
    query.fresh ? carts.readFresh(headers[sessionHeader]) : carts.read(headers[sessionHeader]),
  setQuantity: ({ headers, params, body }) =>
    carts.setQuantity(headers[sessionHeader], params.productId, body.quantity),
  remove: ({ headers, params }) => carts.remove(headers[sessionHeader], params.productId),
  clear: async ({ headers }) => {
    await carts.clear(headers[sessionHeader]);
    return { id: null, items: [] };
  },
  takeOut: ({ headers, body }) => carts.takeOut(headers[sessionHeader], body),
});
