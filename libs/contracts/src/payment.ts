import { type Static, Type } from 'typebox';
import { CartIdentity } from './cart';
import { Card, IdempotencyKey, PricedLine } from './checkout';
import type { Client } from './client';
import { Money } from './money';
import { route } from './route';
import { withSession } from './session';
import { Uuid } from './text';

/** The provider's decline codes that the shop knows. */
export const declineCodes = [
  'card_declined',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
] as const;
export type ProviderDeclineCode = (typeof declineCodes)[number];

/** Why a card was declined; `other` stands for a code that the shop does not know. */
export const Decline = Type.Object({ code: Type.Enum([...declineCodes, 'other']) });
export type DeclineCode = Static<typeof Decline>['code'];

/**
 * `pending`: the provider's response is not known yet. `failed`: the provider never took the charge.
 */
const ChargeState = Type.Union([
  Type.Literal('pending'),
  Type.Literal('succeeded'),
  Type.Literal('declined'),
  Type.Literal('failed'),
]);

/** The range of an amount in the ledger: more than 0, and a 32-bit integer. */
const total = Type.Object(
  { ...Money.properties, amount: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }) },
  { additionalProperties: false },
);

export const ChargeRequest = Type.Object(
  {
    /** The cart to pay: a cart has at most one open charge, and is paid once. */
    cart: CartIdentity,
    total,
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

const withKey = Type.Object({ ...withSession.properties, 'idempotency-key': IdempotencyKey });

/** The problems of a charge that was not made, or whose result is unknown. */
const notCharged = {
  402: ['payment-declined'],
  409: ['payment-under-way', 'cart-already-paid', 'idempotency-key-reused'],
  422: ['invalid-card-number', 'expired-card', 'wrong-line-total', 'wrong-total'],
  502: ['payment-provider-unreachable'],
  504: ['payment-provider-late'],
} as const;

/** The routes of payment. A charge is idempotent, because a repeated key gets the first charge. */
export const paymentRoutes = {
  charge: route({
    method: 'POST',
    path: '/charges',
    summary: 'Charge a card, once for each Idempotency-Key',
    headers: withKey,
    body: ChargeRequest,
    response: { 201: Charge },
    problems: notCharged,
    idempotent: true,
  }),
  replay: route({
    method: 'POST',
    path: '/charges/replay',
    summary: 'What became of a key, for the one who sent it; charges nothing',
    headers: withKey,
    body: ChargeRequest,
    response: { 201: Charge },
    problems: { 404: ['unknown-key'], ...notCharged },
    idempotent: true,
  }),
  readOrder: route({
    method: 'GET',
    path: '/orders/:orderId',
    summary: "One of the session's orders",
    headers: withSession,
    params: Type.Object({ orderId: Uuid }),
    response: { 200: Charge },
    problems: { 404: ['unknown-order'] },
  }),
};
export type PaymentClient = Client<typeof paymentRoutes>;
