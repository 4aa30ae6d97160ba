import type {
  CartClient,
  CartContents,
  Charge,
  Checkout,
  CheckoutAnswer,
  PaymentClient,
  PricedCart,
} from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import type { Logger } from '@faultline/telemetry';
import { cartConflict } from './cart-conflict';
import type { Pricing } from './pricing';

interface Dependencies {
  carts: CartClient;
  pricing: Pricing;
  payments: PaymentClient;
  log: Logger;
}

export interface CheckoutService {
  /** Buys the cart as its shopper saw it, once for each key: read, price, charge, take out. */
  checkout(session: string, key: string, request: Checkout): Promise<CheckoutAnswer>;
}

/** Codes of a replay that tell of no charge; what no charge can be made of (`invalid-request`) was never one. */
const nothingCharged = ['unknown-key', 'payment-provider-unreachable', 'invalid-request'];

const hasCode = (error: unknown, ...codes: string[]): error is ProblemError =>
  error instanceof ProblemError && codes.includes(error.code);

export const createCheckout = ({
  carts,
  pricing,
  payments,
  log,
}: Dependencies): CheckoutService => {
  /** What is left in the cart; undefined when nothing could be taken out. The order stands. */
  const takeOut = async (
    session: string,
    orderId: string,
    bought: CartContents,
  ): Promise<CartContents | undefined> => {
    try {
      return await carts.takeOut(session, bought);
    } catch (error) {
      log.error({ err: error, orderId }, 'checkout-cart-not-cleared');
      return undefined;
    }
  };

  /**
   * The cart is not the one that the request is for. Either the request comes again, and its first
   * answer was lost; or it is refused. A charge that failed took nothing, so it is refused as well.
   */
  const replay = async (
    session: string,
    key: string,
    { cart: { id: cart, items: lines, total }, ...payer }: Checkout,
    conflict: ProblemError,
  ): Promise<Charge> => {
    if (lines.length === 0) throw conflict;
    try {
      return await payments.replay(session, key, { cart, lines, total, ...payer });
    } catch (error) {
      throw hasCode(error, ...nothingCharged) ? conflict : error;
    }
  };

  /** Another key has paid the cart that was seen: what it bought is taken out if it is still in there. */
  const refusePaid = async (
    session: string,
    { id }: PricedCart,
    problem: ProblemError,
  ): Promise<never> => {
    const orderId = problem.conflict?.orderId;
    if (orderId === undefined) throw problem;
    const { lines } = await payments.readOrder(session, orderId);
    const left = await takeOut(session, orderId, { id, items: lines });
    if (!left) throw problem;
    throw new ProblemError(problem.statusCode, problem.code, problem.message, {
      errors: problem.errors,
      conflict: { orderId, cart: await pricing.price(left) },
    });
  };

  const charge = async (
    session: string,
    key: string,
    { cart: _seen, ...payer }: Checkout,
    { id: cart, items: lines, total }: PricedCart,
  ): Promise<Charge> => payments.charge(session, key, { cart, lines, total, ...payer });

  return {
    checkout: async (session, key, request) => {
      const seen = request.cart;
      const cart = await pricing.price(await carts.read(session, { fresh: true }));
      const conflict = cartConflict(seen, cart);
      const charged = await (conflict
        ? replay(session, key, request, conflict)
        : charge(session, key, request, cart)
      ).catch((error: unknown) => {
        if (hasCode(error, 'cart-already-paid')) return refusePaid(session, seen, error);
        throw error;
      });
      const { id: paymentId, orderId, total, lines } = charged;
      log.info({ orderId, amount: total.amount }, 'checkout-completed');
      // A cart with another id has had it taken out, or was emptied.
      const cartCleared =
        cart.id !== seen.id ||
        (await takeOut(session, orderId, { id: seen.id, items: lines })) !== undefined;
      return { orderId, paymentId, total, lines, cartCleared };
    },
  };
};
