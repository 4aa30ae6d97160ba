// Generated from the topology and the files beside it by npm run generate.
import { cartRoutes } from './cart';
import { paymentRoutes } from './payment';
import { productRoutes } from './product';
import { sessionRoutes } from './session';

export { cartRoutes, paymentRoutes, productRoutes, sessionRoutes };

/** The routes of the services that have a table of their own. */
export const ownRoutes = {
  cart: Object.values(cartRoutes),
  payment: Object.values(paymentRoutes),
  product: Object.values(productRoutes),
  session: Object.values(sessionRoutes),
};
