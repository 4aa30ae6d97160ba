import { createHmac } from 'node:crypto';
import type { ChargeRequest } from '@faultline/contracts';

export type Fingerprint = (session: string, request: ChargeRequest) => string;

/** HMAC-SHA-256 of shopper, cart and card: requests can be compared, but not read. */
export const fingerprinter =
  (secret: string): Fingerprint =>
  (session, { email, card, cart, total, lines }) =>
    createHmac('sha256', secret)
      .update(
        JSON.stringify([
          session,
          email,
          [card.number, card.expMonth, card.expYear, card.cvc],
          cart,
          total.amount,
          lines.map(({ productId, quantity, price }) => [productId, quantity, price.amount]),
        ]),
      )
      .digest('base64url');
