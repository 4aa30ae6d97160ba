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

/** `unavailable` lists products in the cart that are not sold any more: they have no price and are not bought. */
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

/** `cart` is the cart as the shopper saw it; only its items are bought, at its prices. */
export const Checkout = Type.Object(
  { email: Type.String({ format: 'email', maxLength: 254 }), card: Card, cart: PricedCart },
  { additionalProperties: false },
);
export type Checkout = Static<typeof Checkout>;

/** The maximum length of an idempotency key, and of any path parameter before encoding. */
export const maxIdentifierLength = 128;

/** Chosen by the shopper's page for each purchase: visible ASCII. */
export const IdempotencyKey = Type.String({
  pattern: `^[\\x21-\\x7e]{8,${maxIdentifierLength}}$`,
});

const quantityAndPrice = Type.Object({ quantity: ItemQuantity, price: Money });

/** A difference between the cart that the shopper saw (`before`) and the current one (`now`). */
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

/** Why a cart cannot be bought as it was seen, so that the page can ask the shopper again. */
export const CheckoutConflict = Type.Object({
  /** The current cart. */
  cart: Type.Optional(PricedCart),
  changes: Type.Optional(Type.Array(CartChange)),
  /** The order that has already paid this cart. */
  orderId: Type.Optional(Uuid),
});
export type CheckoutConflict = Static<typeof CheckoutConflict>;

/**
 * The response of a successful checkout. `cartCleared` is false if the bought items could not
 * be removed from the cart.
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
