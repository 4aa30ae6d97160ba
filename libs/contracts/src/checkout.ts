import { type Static, Type } from 'typebox';
import { ItemQuantity } from './cart';
import { Money } from './money';
import { ProductId } from './product';

export const PricedLine = Type.Object({
  productId: ProductId,
  name: Type.String(),
  quantity: ItemQuantity,
  price: Money,
  lineTotal: Money,
});
export type PricedLine = Static<typeof PricedLine>;

export const PricedCart = Type.Object({ items: Type.Array(PricedLine), total: Money });
export type PricedCart = Static<typeof PricedCart>;

export const Card = Type.Object(
  {
    number: Type.String({ pattern: '^[0-9]{12,19}$' }),
    expMonth: Type.Integer({ minimum: 1, maximum: 12 }),
    expYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
    cvc: Type.String({ pattern: '^[0-9]{3,4}$' }),
  },
  { additionalProperties: false },
);
export type Card = Static<typeof Card>;

export const Checkout = Type.Object(
  { email: Type.String({ format: 'email', maxLength: 254 }), card: Card },
  { additionalProperties: false },
);
export type Checkout = Static<typeof Checkout>;

/** Chosen by the shopper's page, one for each purchase: visible ASCII. */
export const IdempotencyKey = Type.String({ pattern: '^[\\x21-\\x7e]{8,128}$' });

/** Stricter than the format `uuid`, which takes `urn:uuid:` in front that no store knows. */
export const OrderId = Type.String({
  pattern: '^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});

/** The answer of a checkout that went through. `cartCleared` is false when the cart stayed full. */
export const CheckoutAnswer = Type.Object({
  orderId: OrderId,
  paymentId: Type.String({ format: 'uuid' }),
  total: Money,
  lines: Type.Array(PricedLine),
  cartCleared: Type.Boolean(),
});
export type CheckoutAnswer = Static<typeof CheckoutAnswer>;

export const Order = Type.Object({
  orderId: OrderId,
  paymentId: Type.String({ format: 'uuid' }),
  total: Money,
  lines: Type.Array(PricedLine),
  createdAt: Type.String({ format: 'date-time' }),
});
export type Order = Static<typeof Order>;
