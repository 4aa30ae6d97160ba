import { type CartClient, type CartContents, sessionHeader } from '@faultline/contracts';
import type { Pricing } from '../pricing';
import type { Sessions } from '../sessions';
import type { ShopHandlers } from './shop-handlers';

interface Dependencies {
  carts: CartClient;
  pricing: Pricing;
  sessions: Sessions;
}

type CartRoute = 'readCart' | 'putCartItem' | 'removeCartItem' | 'clearCart';

/** The cart of a shopper without a session, which is not stored. */
const empty: CartContents = { id: null, items: [] };

const of = (session: string) => ({ headers: { [sessionHeader]: session } });

export const cartHandlers = ({
  carts,
  pricing,
  sessions,
}: Dependencies): ShopHandlers<CartRoute> => ({
  readCart: async (request, reply) => {
    const session = await sessions.find(request, reply);
    return pricing.price(session ? await carts.read(of(session)) : empty);
  },
  putCartItem: async (request, reply) => {
    const { params, body } = request;
    const session = await sessions.findOrStart(request, reply);
    return pricing.price(await carts.setQuantity({ ...of(session), params, body }));
  },
  removeCartItem: async (request, reply) => {
    const { params } = request;
    const session = await sessions.find(request, reply);
    return pricing.price(session ? await carts.remove({ ...of(session), params }) : empty);
  },
  clearCart: async (request, reply) => {
    const session = await sessions.find(request, reply);
    return pricing.price(session ? await carts.clear(of(session)) : empty);
  },
});
