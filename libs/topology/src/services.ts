import type { StoreName } from './stores';

const names = ['web-gateway', 'api-gateway', 'product', 'cart', 'session', 'payment'] as const;

export type ServiceName = (typeof names)[number];

/** From the public entry inwards. */
export const serviceNames: readonly ServiceName[] = names;

/** The public entry: the one service that clients reach from outside. */
export const entry = 'web-gateway' satisfies ServiceName;

/** An external system. */
export interface ExternalSpec {
  name: string;
  /** The environment variable in which its service finds its address. */
  urlVariable: string;
  /** The chart's value for that address, among the values under the service's name. */
  chartValue: string;
}

export interface ServiceSpec {
  title: string;
  /** The public port on one machine, before `--port-base` moves it. */
  port: number;
  /** The environment variable in which a caller finds this service's address. */
  urlVariable: string;
  calls: readonly ServiceName[];
  stores: readonly StoreName[];
  /** External systems that the service calls. */
  externals?: readonly ExternalSpec[];
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
  },
  'api-gateway': {
    title: 'Public JSON API and checkout',
    port: 8081,
    urlVariable: 'API_GATEWAY_URL',
    calls: ['product', 'cart', 'session', 'payment'],
    stores: [],
    limitsRate: true,
  },
  product: {
    title: 'Catalogue and search',
    port: 8082,
    urlVariable: 'PRODUCT_URL',
    calls: [],
    stores: ['product-data'],
  },
  cart: {
    title: 'Carts',
    port: 8083,
    urlVariable: 'CART_URL',
    calls: ['product'],
    stores: ['cart-data', 'cart-data-replica'],
  },
  session: {
    title: 'Sessions',
    port: 8084,
    urlVariable: 'SESSION_URL',
    calls: [],
    stores: ['session-data', 'session-data-replica'],
  },
  payment: {
    title: 'Charges and the ledger',
    port: 8085,
    urlVariable: 'PAYMENT_URL',
    calls: [],
    stores: ['payment-data'],
    externals: [
      { name: 'payment-provider', urlVariable: 'PAYMENT_PROVIDER_URL', chartValue: 'providerUrl' },
    ],
    secrets: ['FINGERPRINT_SECRET'],
  },
};
