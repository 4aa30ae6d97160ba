import { type Static, Type } from 'typebox';

/** ISO 4217 code. The shop sells in one currency. */
export const Currency = Type.Literal('EUR');

/** An amount in minor units (cents), never a float. */
export const Money = Type.Object(
  { amount: Type.Integer({ minimum: 0 }), currency: Currency },
  { additionalProperties: false },
);
export type Money = Static<typeof Money>;

export const add = (a: Money, b: Money): Money => ({
  amount: a.amount + b.amount,
  currency: a.currency,
});

export const multiply = (price: Money, quantity: number): Money => ({
  amount: price.amount * quantity,
  currency: price.currency,
});

export const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce(add, { amount: 0, currency: 'EUR' });
