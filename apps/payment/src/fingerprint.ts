import { createHmac } from 'node:crypto';
import type { ChargeRequest } from '@faultline/contracts';

export type Fingerprint = (
  session: string,
  request: Pick<ChargeRequest, 'email' | 'card'>,
) => string;

/** HMAC-SHA-256 of who pays with what: comparable, but not readable. */
export const fingerprinter =
  (secret: string): Fingerprint =>
  (session, { email, card }) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([session, email, card.number, card.expMonth, card.expYear, card.cvc]))
      .digest('base64url');
