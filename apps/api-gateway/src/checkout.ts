import {
  type CartClient,
  type CartContents,
  type Charge,
  type Checkout,
  type CheckoutResponse,
  type PaymentClient,
  type PricedCart,
  type ProblemCodeOf,
  type paymentRoutes,
  sessionHeader,
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
  /** Buys the cart as its shopper saw it, once per key: reads, prices and charges it, then removes the items. */
  checkout(session: string, key: string, request: Checkout): Promise<CheckoutResponse>;
}

type ReplayCode = ProblemCodeOf<typeof paymentRoutes.replay> | 'invalid-request';

/** Codes of a replay that mean that there is no charge; an `invalid-request` can never have been charged. */
const nothingCharged: readonly ReplayCode[] = [
  'unknown-key',
  'payment-provider-unreachable',
  'invalid-request',
];

const hasCode = (error: unknown, ...codes: readonly ReplayCode[]): error is ProblemError =>
  error instanceof ProblemError && codes.some((code) => code === error.code);

const keyed = (session: string, key: string) => ({
  [sessionHeader]: session,
  'idempotency-key': key,
});

export const createCheckout = ({
  carts,
  pricing,
  payments,
  log,
}: Dependencies): CheckoutService => {
  const readFresh = (session: string): Promise<CartContents> =>
    carts.read({ headers: { [sessionHeader]: session }, query: { fresh: true } });

  /** The items left in the cart; undefined if the bought ones could not be removed. The order is valid anyway. */
  const takeOut = async (
    session: string,
    orderId: string,
    bought: CartContents,
  ): Promise<CartContents | undefined> => {
    try {
      return await carts.takeOut({ headers: { [sessionHeader]: session }, body: bought });
    } catch (error) {
      log.error({ err: error, orderId }, 'checkout-cart-not-cleared');
      return undefined;
    }
  };

  /**
   * The cart is not the one that the request is for. If the request is a repetition whose
   * first response was lost, it gets that response; otherwise it is refused, also if its charge has failed.
   */
  const replay = async (
    session: string,
    key: string,
    { cart: { id: cart, items: lines, total }, ...payer }: Checkout,
    conflict: ProblemError,
  ): Promise<Charge> => {
    if (lines.length === 0) throw conflict;
    try {
      const body = { cart, lines, total, ...payer };
      return await payments.replay({ headers: keyed(session, key), body });
    } catch (error) {
      throw hasCode(error, ...nothingCharged) ? conflict : error;
    }
  };

  /** Another key has paid the cart that the shopper saw: removes the bought items if they are still in it. */
  const refusePaid = async (
    session: string,
    { id }: PricedCart,
    problem: ProblemError,
  ): Promise<never> => {
    const orderId = problem.extensions.conflict?.orderId;
    if (orderId === undefined) throw problem;
    const { lines } = await payments.readOrder({
      headers: { [sessionHeader]: session },
      params: { orderId },
    });
    const left = await takeOut(session, orderId, { id, items: lines });
    if (!left) throw problem;
    throw new ProblemError(problem.statusCode, problem.code, problem.message, {
      errors: problem.errors,
      extensions: { conflict: { orderId, cart: await pricing.price(left) } },
    });
  };

  const charge = async (
    session: string,
    key: string,
    { cart: _seen, ...payer }: Checkout,
    { id: cart, items: lines, total }: PricedCart,
  ): Promise<Charge> =>
    payments.charge({ headers: keyed(session, key), body: { cart, lines, total, ...payer } });

  return {
    checkout: async (session, key, request) => {
      const seen = request.cart;
      const cart = await pricing.price(await readFresh(session));
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
      // If the cart has another id, the items were removed already, or the cart was emptied.
      const cartCleared =
        cart.id !== seen.id ||
        (await takeOut(session, orderId, { id: seen.id, items: lines })) !== undefined;
      return { orderId, paymentId, total, lines, cartCleared };
    },
  };
};
