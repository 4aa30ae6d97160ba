import { Card, Currency, StorableText } from '@faultline/contracts';
import { type Static, Type } from 'typebox';

/** The provider's API. A declined card is an answer (201 with a code), not an error. */
export const ProviderChargeRequest = Type.Object(
  { amount: Type.Integer({ minimum: 1 }), currency: Currency, card: Card },
  { additionalProperties: false },
);
export type ProviderChargeRequest = Static<typeof ProviderChargeRequest>;

/** The code of the provider's 404 for a key that it has never seen: no other 404 says so. */
export const unknownCharge = 'unknown-charge';

export const ProviderCharge = Type.Object({
  id: StorableText,
  amount: Type.Integer(),
  currency: Currency,
  declineCode: Type.Union([StorableText, Type.Null()]),
});
export type ProviderCharge = Static<typeof ProviderCharge>;
