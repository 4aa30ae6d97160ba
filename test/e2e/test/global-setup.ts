import type { TestProject } from 'vitest/node';
import { startShop } from '../src/start-shop';

declare module 'vitest' {
  interface ProvidedContext {
    /** The storefront's address. */
    shopUrl: string;
    apiGatewayUrl: string;
    sessionAdminUrl: string;
    paymentDataUrl: string;
  }
}

/** Starts one shop without shoppers for all test files. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { demo, stop } = await startShop();
  provide('shopUrl', demo.url('web-gateway'));
  provide('apiGatewayUrl', demo.url('api-gateway'));
  provide('sessionAdminUrl', demo.adminUrl('session'));
  provide('paymentDataUrl', demo.storeUrl('payment-data'));
  return stop;
};
