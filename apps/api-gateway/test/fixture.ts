import { sessionHeader } from '@faultline/contracts';
import { startForTest } from '@faultline/service/testing';
import { apiGateway } from '../src/service';

const ofSession = (session?: string) => (session === undefined ? {} : { [sessionHeader]: session });

/** Starts the service, with one address for all that it calls, and waits until all answer. */
export const startGateway = async (
  dependencies: string,
  environment: Record<string, string> = {},
) => {
  const service = await startForTest(apiGateway, {
    PRODUCT_URL: dependencies,
    CART_URL: dependencies,
    SESSION_URL: dependencies,
    PAYMENT_URL: dependencies,
    ...environment,
  });
  return {
    ...service,
    /** Puts something into the cart, which starts a session where there is none. */
    fillCart: (session?: string) =>
      service.send('PUT', '/api/cart/items/kettle', { quantity: 1 }, ofSession(session)),
    readCart: (session?: string) => service.get('/api/cart', ofSession(session)),
  };
};

export type GatewayFixture = Awaited<ReturnType<typeof startGateway>>;
