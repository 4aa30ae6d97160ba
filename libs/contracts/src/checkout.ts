import { type Static, Type } from 'typebox';
import { CartIdentity, CartItem, ItemQuantity } from './cart';
import { Money } from './money';
import { ProductId } from './product';
import { StorableText, Uuid } from './text';

export const PricedLine = Type.Object({
  productId: ProductId,
  name: StorableText,
  quantity: ItemQuantity,
  price: Money,
  lineTotal: Money,
});
export type PricedLine = Static<typeof PricedLine>;

/** `unavailable` is what is in the cart and not sold any more: it has no price and is not bought. */
export const PricedCart = Type.Object({
  id: CartIdentity,
  items: Type.Array(PricedLine),
  total: Money,
  unavailable: Type.Array(CartItem),
});
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

/** `cart` is the cart as the shopper saw it: nothing else is bought, and at no other price. */
export const Checkout = Type.Object(
  { email: Type.String({ format: 'email', maxLength: 254 }), card: Card, cart: PricedCart },
  { additionalProperties: false },
);
export type Checkout = Static<typeof Checkout>;

/** The most characters of an idempotency key, and of any parameter of a path before it is encoded. */
export const maxIdentifierLength = 128;

/** Chosen by the shopper's page, one for each purchase: visible ASCII. */
export const IdempotencyKey = Type.String({
  pattern: `^[\\x21-\\x7e]{8,${maxIdentifierLength}}$`,
});

const quantityAndPrice = Type.Object({ quantity: ItemQuantity, price: Money });

/** One difference between the cart that the shopper saw (`before`) and the cart as it is (`now`). */
export const CartChange = Type.Object({
  reason: Type.Union([
    Type.Literal('added'),
    Type.Literal('removed'),
    Type.Literal('quantity-changed'),
    Type.Literal('price-changed'),
    Type.Literal('withdrawn'),
  ]),
  productId: ProductId,
  name: StorableText,
  before: Type.Optional(quantityAndPrice),
  now: Type.Optional(quantityAndPrice),
});
export type CartChange = Static<typeof CartChange>;

/** Why a cart cannot be bought as it was seen, for a page that lets its shopper decide anew. */
export const CheckoutConflict = Type.Object({
  /** The cart as it is. */
  cart: Type.Optional(PricedCart),
  changes: Type.Optional(Type.Array(CartChange)),
  /** The order that this cart has become already. */
  orderId: Type.Optional(Uuid),
});
export type CheckoutConflict = Static<typeof CheckoutConflict>;

/**
 * The response of a checkout that went through. `cartCleared` is false when what was bought could not
 * be taken out of the cart.
 */
export const CheckoutResponse = Type.Object({
  orderId: Uuid,
  paymentId: Uuid,
  total: Money,
  lines: Type.Array(PricedLine),
  cartCleared: Type.Boolean(),
});
export type CheckoutResponse = Static<typeof CheckoutResponse>;

export const Order = Type.Object({
  orderId: Uuid,
  paymentId: Uuid,
  total: Money,
  lines: Type.Array(PricedLine),
  createdAt: Type.String({ format: 'date-time' }),
});
export type Order = Static<typeof Order>;
