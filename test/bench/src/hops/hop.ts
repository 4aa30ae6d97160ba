import { sessionHeader } from '@faultline/contracts';
import type { MeasuredService } from '../bare';
import type { Goods } from '../shop/goods';

/** A service's read route that is measured against its bare counterpart. */
export interface Hop {
  service: MeasuredService;
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

/** From the stores outwards. */
export const hops: readonly Hop[] = [
  {
    service: 'product',
    route: 'GET /products/:id',
    asks: 'PostgreSQL: one SELECT',
    request: ({ productId }) => ({ path: `/products/${productId}`, headers: {} }),
  },
  {
    service: 'cart',
    route: 'GET /cart',
    asks: 'Redis replica: HGETALL',
    request: ({ session }) => ({ path: '/cart', headers: { [sessionHeader]: session } }),
  },
  {
    service: 'session',
    route: 'GET /sessions/current',
    asks: 'Redis replica: GET',
    request: ({ session }) => ({
      path: '/sessions/current',
      headers: { [sessionHeader]: session },
    }),
  },
  {
    service: 'payment',
    route: 'GET /orders/:orderId',
    asks: 'PostgreSQL: one SELECT',
    request: ({ orderId, session }) => ({
      path: `/orders/${orderId}`,
      headers: { [sessionHeader]: session },
    }),
    // Only fingerprints of new charges depend on it.
    environment: { FINGERPRINT_SECRET: 'only-for-the-benchmark' },
  },
  {
    service: 'api-gateway',
    route: 'GET /api/products/:id',
    asks: 'product over HTTP',
    request: ({ productId }) => ({ path: `/api/products/${productId}`, headers: {} }),
    environment: { RATE_LIMIT_PER_MINUTE: '1000000000' },
  },
  {
    service: 'web-gateway',
    route: 'GET /api/products/:id',
    asks: 'api-gateway over HTTP',
    request: ({ productId }) => ({ path: `/api/products/${productId}`, headers: {} }),
  },
];
