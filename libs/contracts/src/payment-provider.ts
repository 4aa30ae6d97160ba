import { type Static, Type } from 'typebox';
import { Card, IdempotencyKey } from './checkout';
import { Currency } from './money';
import { route } from './route';
import { StorableText } from './text';

/** A declined card is a response of the provider (201 with a code), not an error. */
export const ProviderChargeRequest = Type.Object(
  { amount: Type.Integer({ minimum: 1 }), currency: Currency, card: Card },
  { additionalProperties: false },
);
export type ProviderChargeRequest = Static<typeof ProviderChargeRequest>;

/** The code of the provider's 404 for an unknown key. Any other 404 is an error. */
export const unknownCharge = 'unknown-charge';

export const ProviderCharge = Type.Object({
  id: StorableText,
  amount: Type.Integer(),
  currency: Currency,
  declineCode: Type.Union([StorableText, Type.Null()]),
});
export type ProviderCharge = Static<typeof ProviderCharge>;

/** The routes of the payment provider, an external system. */
export const providerRoutes = {
  health: route({
    method: 'GET',
    path: '/v1/health',
    summary: 'Whether the provider is well',
    response: { 200: Type.Object({ status: Type.String() }) },
  }),
  charge: route({
    method: 'POST',
    path: '/v1/charges',
    summary: 'Charge a card, once for each key',
    headers: Type.Object({ 'idempotency-key': IdempotencyKey }),
    body: ProviderChargeRequest,
    response: { 201: ProviderCharge },
  }),
  find: route({
    method: 'GET',
    path: '/v1/charges/:key',
    summary: 'The charge of a key',
    params: Type.Object({ key: IdempotencyKey }),
    response: { 200: ProviderCharge },
    problems: { 404: [unknownCharge] },
  }),
};
