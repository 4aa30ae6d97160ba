import type { ServiceName } from './services';

const table = [
  { name: 'web-gateway', check: 'storefront' },
  { name: 'api-gateway', check: 'api' },
] as const satisfies readonly { name: ServiceName; check: string }[];

/** The services whose failures shoppers meet, each with the synthetic check that enters the shop there. */
export const gateways: readonly Gateway[] = table;

export type Gateway = (typeof table)[number];
