import type {
  CartClient,
  Charge,
  Checkout,
  CheckoutAnswer,
  PaymentClient,
  PricedCart,
} from '@faultline/contracts';
import { conflict, ProblemError } from '@faultline/service';
import type { Logger } from '@faultline/telemetry';
import type { Pricing } from './pricing';

interface Dependencies {
  carts: CartClient;
  pricing: Pricing;
  payments: PaymentClient;
  log: Logger;
}

export interface CheckoutService {
  /** Buys what is in the cart, once for each key: read, price, charge, answer, clear. */
  checkout(session: string, key: string, request: Checkout): Promise<CheckoutAnswer>;
}

/** There is nothing to buy. */
export const cartEmpty = (): ProblemError => conflict('cart-empty', 'cart', 'The cart is empty.');

/** Whether the shopper's cart is still just what was bought, so that emptying it loses nothing. */
const holdsOnly = (cart: PricedCart, { lines }: Charge): boolean =>
  cart.items.length === lines.length &&
  lines.every(({ productId, quantity }) =>
    cart.items.some((item) => item.productId === productId && item.quantity === quantity),
  );

export const createCheckout = ({
  carts,
  pricing,
  payments,
  log,
}: Dependencies): CheckoutService => {
  /** The order stands when its cart cannot be emptied; the answer says so. */
  const clear = async (session: string, charge: Charge): Promise<boolean> => {
    try {
      await carts.clear(session);
      return true;
    } catch (error) {
      log.error({ err: error, orderId: charge.orderId }, 'checkout-cart-not-cleared');
      return false;
    }
  };

  /** With an empty cart, the key can only be that of a checkout whose answer was lost. */
  const replay = (session: string, key: string, request: Checkout): Promise<Charge> =>
    payments.replay(session, key, request).catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'unknown-key') throw cartEmpty();
      throw error;
    });

  const charge = (
    session: string,
    key: string,
    { items: lines, total }: PricedCart,
    request: Checkout,
  ): Promise<Charge> =>
    lines.length === 0
      ? replay(session, key, request)
      : payments.charge(session, key, { total, lines, ...request });

  return {
    checkout: async (session, key, request) => {
      const cart = await pricing.price(await carts.read(session, { fresh: true }));
      const charged = await charge(session, key, cart, request);
      const { id: paymentId, orderId, total, lines } = charged;
      log.info({ orderId, amount: total.amount }, 'checkout-completed');
      const cartCleared =
        cart.items.length === 0 || (holdsOnly(cart, charged) && (await clear(session, charged)));
      return { orderId, paymentId, total, lines, cartCleared };
    },
  };
};
