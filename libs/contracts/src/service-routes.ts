import { cartRoutes } from './cart';
import { filePattern, pages } from './pages';
import { paymentRoutes } from './payment';
import { productRoutes } from './product';
import type { Route } from './route';
import { sessionRoutes } from './session';
import { shopRoutes } from './shop';

type Address = Pick<Route, 'method' | 'path'>;

const storefront = [...Object.values(pages), filePattern].map(
  (path): Address => ({ method: 'GET', path }),
);

/** The routes of each service, the most special first. The public door has those that it forwards, too. */
export const serviceRoutes = {
  'web-gateway': [...Object.values(shopRoutes), ...storefront],
  'api-gateway': Object.values(shopRoutes),
  product: Object.values(productRoutes),
  cart: Object.values(cartRoutes),
  session: Object.values(sessionRoutes),
  payment: Object.values(paymentRoutes),
} satisfies Record<string, readonly Address[]>;
