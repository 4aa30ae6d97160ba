import { Type } from 'typebox';

const Url = Type.String({ format: 'uri' });

export const ApiGatewayConfig = Type.Object({
  PRODUCT_URL: Url,
  CART_URL: Url,
  SESSION_URL: Url,
  PAYMENT_URL: Url,
  /** How long a shopper waits for a charge, in milliseconds. */
  CHARGE_TIMEOUT_MS: Type.Integer({ minimum: 100, default: 4000 }),
  /** Requests per minute that one client address may send. */
  RATE_LIMIT_PER_MINUTE: Type.Integer({ minimum: 1, default: 600 }),
  /** The number of pods of this service; each grants its share of the limit. */
  RATE_LIMIT_PODS: Type.Integer({ minimum: 1, default: 1 }),
});
