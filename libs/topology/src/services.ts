import type { ExternalName } from './externals';
import type { StoreName } from './stores';

const names = ['web-gateway', 'api-gateway', 'product', 'cart', 'session', 'payment'] as const;

export type ServiceName = (typeof names)[number];

/** From the public entry inwards. */
export const serviceNames: readonly ServiceName[] = names;

/** The public entry: the one service that clients reach from outside. */
export const entry = 'web-gateway' satisfies ServiceName;

export interface ServiceSpec {
  title: string;
  /** The public port on one machine, before `--port-base` moves it. */
  port: number;
  /** The environment variable in which a caller finds this service's address. */
  urlVariable: string;
  calls: readonly ServiceName[];
  stores: readonly StoreName[];
  /** External systems that the service calls. */
  externals: readonly ExternalName[];
  /** Environment variables with secrets that are generated per installation. */
  secrets?: readonly string[];
  /** Whether the service limits its clients: each pod grants a share, so it needs the number of pods. */
  limitsRate?: boolean;
}

export const services: Readonly<Record<ServiceName, ServiceSpec>> = {
  'web-gateway': {
    title: 'Storefront and the only public entry',
    port: 8080,
    urlVariable: 'WEB_GATEWAY_URL',
    calls: ['api-gateway'],
    stores: [],
    externals: [],
  },
  'api-gateway': {
    title: 'Public JSON API and checkout',
    port: 8081,
    urlVariable: 'API_GATEWAY_URL',
    calls: ['product', 'cart', 'session', 'payment'],
    stores: [],
    externals: [],
    limitsRate: true,
  },
  product: {
    title: 'Catalogue and search',
    port: 8082,
    urlVariable: 'PRODUCT_URL',
    calls: [],
    stores: ['product-data'],
    externals: [],
  },
  cart: {
    title: 'Carts',
    port: 8083,
    urlVariable: 'CART_URL',
    calls: ['product'],
    stores: ['cart-data', 'cart-data-replica'],
    externals: [],
  },
  session: {
    title: 'Sessions',
    port: 8084,
    urlVariable: 'SESSION_URL',
    calls: [],
    stores: ['session-data', 'session-data-replica'],
    externals: [],
  },
  payment: {
    title: 'Charges and the ledger',
    port: 8085,
    urlVariable: 'PAYMENT_URL',
    calls: [],
    stores: ['payment-data'],
    externals: ['payment-provider'],
    secrets: ['FINGERPRINT_SECRET'],
  },
};
