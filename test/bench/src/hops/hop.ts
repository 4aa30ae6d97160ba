import {
  cartRoutes,
  paymentRoutes,
  productRoutes,
  type RequestParts,
  type Route,
  routeName,
  sessionHeader,
  sessionRoutes,
  shopRoutes,
  targetOf,
} from '@faultline/contracts';
import type { MeasuredService } from '../bare';
import type { Goods } from '../shop/goods';

/** A service's read route that is measured against its bare counterpart. */
export interface Hop {
  service: MeasuredService;
  /** As telemetry calls it. */
  route: string;
  /** What both sides ask for it. */
  asks: string;
  request(goods: Goods): HopRequest;
  /** Variables that the service needs beside those of the topology. */
  environment?: Readonly<Record<string, string>>;
}

export interface HopRequest {
  path: string;
  headers: Readonly<Record<string, string>>;
}

const ask = (
  route: Route,
  partsOf: (goods: Goods) => Pick<RequestParts, 'params' | 'headers'>,
): Pick<Hop, 'route' | 'request'> => ({
  route: routeName(route),
  request: (goods) => {
    const { headers = {}, ...target } = partsOf(goods);
    return { path: targetOf(route.path, target), headers };
  },
});

/** From the stores outwards. */
export const hops: readonly Hop[] = [
  {
    service: 'product',
    ...ask(productRoutes.read, ({ productId }) => ({ params: { id: productId } })),
    asks: 'PostgreSQL: one SELECT',
  },
  {
    service: 'cart',
    ...ask(cartRoutes.read, ({ session }) => ({ headers: { [sessionHeader]: session } })),
    asks: 'Redis replica: HGETALL',
  },
  {
    service: 'session',
    ...ask(sessionRoutes.read, ({ session }) => ({ headers: { [sessionHeader]: session } })),
    asks: 'Redis replica: GET',
  },
  {
    service: 'payment',
    ...ask(paymentRoutes.readOrder, ({ orderId, session }) => ({
      params: { orderId },
      headers: { [sessionHeader]: session },
    })),
    asks: 'PostgreSQL: one SELECT',
    // Only fingerprints of new charges depend on it.
    environment: { FINGERPRINT_SECRET: 'only-for-the-benchmark' },
  },
  {
    service: 'api-gateway',
    ...ask(shopRoutes.readProduct, ({ productId }) => ({ params: { id: productId } })),
    asks: 'product over HTTP',
    environment: { RATE_LIMIT_PER_MINUTE: '1000000000' },
  },
  {
    service: 'web-gateway',
    ...ask(shopRoutes.readProduct, ({ productId }) => ({ params: { id: productId } })),
    asks: 'api-gateway over HTTP',
  },
];
