import { type Static, Type } from 'typebox';
import { CartIdentity } from './cart';
import { Card, type IdempotencyKey, PricedLine } from './checkout';
import type { HttpCaller } from './http-caller';
import { Money } from './money';
import { sessionHeader } from './session';
import { Uuid } from './text';

/**
 * `pending`: the provider's answer is not known yet. `failed`: the provider never took the charge.
 */
export const ChargeState = Type.Union([
  Type.Literal('pending'),
  Type.Literal('succeeded'),
  Type.Literal('declined'),
  Type.Literal('failed'),
]);
export type ChargeState = Static<typeof ChargeState>;

export const ChargeRequest = Type.Object(
  {
    /** The cart that is paid: a cart has one open charge, and is paid once. */
    cart: CartIdentity,
    total: Money,
    lines: Type.Array(PricedLine, { minItems: 1 }),
    email: Type.String({ format: 'email', maxLength: 254 }),
    card: Card,
  },
  { additionalProperties: false },
);
export type ChargeRequest = Static<typeof ChargeRequest>;

export const Charge = Type.Object({
  id: Uuid,
  orderId: Uuid,
  state: ChargeState,
  /** Why it was declined or failed. */
  reason: Type.Union([Type.String(), Type.Null()]),
  total: Money,
  lines: Type.Array(PricedLine),
  createdAt: Type.String({ format: 'date-time' }),
});
export type Charge = Static<typeof Charge>;

export interface PaymentClient {
  /** Charges once for each key: sent again, the key answers with the first charge. */
  charge(
    session: string,
    key: Static<typeof IdempotencyKey>,
    request: ChargeRequest,
  ): Promise<Charge>;
  /** What became of a key that was sent with the same request; charges nothing. */
  replay(
    session: string,
    key: Static<typeof IdempotencyKey>,
    request: ChargeRequest,
  ): Promise<Charge>;
  /** The succeeded charge of one of the session's orders. */
  readOrder(session: string, orderId: string): Promise<Charge>;
}

export const paymentClient = (http: HttpCaller): PaymentClient => ({
  charge: (session, key, body) =>
    http.call({
      method: 'POST',
      route: '/charges',
      headers: { [sessionHeader]: session, 'idempotency-key': key },
      body,
      answer: Charge,
      idempotent: true,
    }),
  replay: (session, key, body) =>
    http.call({
      method: 'POST',
      route: '/charges/replay',
      headers: { [sessionHeader]: session, 'idempotency-key': key },
      body,
      answer: Charge,
      idempotent: true,
    }),
  readOrder: (session, orderId) =>
    http.call({
      method: 'GET',
      route: '/orders/:orderId',
      path: { orderId },
      headers: { [sessionHeader]: session },
      answer: Charge,
    }),
});
