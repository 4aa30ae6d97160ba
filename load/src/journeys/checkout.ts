import type { CheckoutResponse, PricedCart } from '@faultline/contracts';
import type { JourneyStep } from '@faultline/slo';
import { ask, checkResponse } from './ask.ts';
import { type Basket, checkLines } from './basket.ts';
import type { Shopper, ShopResponse, ShopStep } from './shopper.ts';

const workingCard = '4242424242424242';
const declinedCard = '4000000000000002';

/** Pays the cart as it was last seen. */
export const pay = async (
  shopper: Shopper,
  basket: Basket,
  cart: PricedCart,
): Promise<CheckoutResponse> => {
  const { total } = cart;
  const step = checkoutStep(shopper, 'checkout', workingCard, cart);
  const response = await requestPatiently(shopper, step);
  const purchase = checkResponse(
    shopper,
    step.name,
    response,
    201,
    shopper.guards.isCheckoutResponse,
  );
  shopper.check(
    'checkout total is the total of the cart',
    purchase.total.amount === total.amount,
    () => `${purchase.total.amount}, expected ${total.amount}`,
  );
  checkLines(shopper, step.name, purchase, basket);
  return purchase;
};

/** Pays with a card that the bank declines. */
export const payInVain = async (shopper: Shopper, cart: PricedCart): Promise<void> => {
  const step = checkoutStep(shopper, 'checkout-declined', declinedCard, cart);
  const response = await requestPatiently(shopper, step);
  const problem = checkResponse(shopper, step.name, response, 402, shopper.guards.isProblem);
  shopper.check(
    'checkout-declined says payment-declined',
    problem.code === 'payment-declined',
    () => problem.code,
  );
};

/** Opens the order of a purchase, which must match it. */
export const openOrder = async (
  shopper: Shopper,
  purchase: CheckoutResponse,
  basket: Basket,
): Promise<void> => {
  const params = { id: purchase.orderId };
  const order = await ask(
    shopper,
    { name: 'order', endpoint: 'readOrder', params },
    200,
    shopper.guards.isOrder,
  );
  shopper.check(
    'order is the one of the purchase',
    order.orderId === purchase.orderId && order.paymentId === purchase.paymentId,
    () => `${order.orderId} paid by ${order.paymentId}, expected ${purchase.orderId}`,
  );
  shopper.check(
    'order total is the total of the purchase',
    order.total.amount === purchase.total.amount,
    () => `${order.total.amount}, expected ${purchase.total.amount}`,
  );
  checkLines(shopper, 'order', order, basket);
};

const checkoutStep = (
  shopper: Shopper,
  name: JourneyStep,
  number: string,
  cart: PricedCart,
): ShopStep => ({
  name,
  endpoint: 'checkout',
  headers: { 'idempotency-key': shopper.newKey() },
  body: {
    email: `shopper-${shopper.number}@example.test`,
    card: { number, expMonth: 12, expYear: new Date().getFullYear() + 2, cvc: '123' },
    cart,
  },
});

/** Retries once with the same key if the result of the payment is unknown. */
const requestPatiently = async (shopper: Shopper, step: ShopStep): Promise<ShopResponse> => {
  const first = await shopper.client.request(step).catch(noResponse);
  if (first !== undefined && first.status !== 502 && first.status !== 504) return first;
  await shopper.think(3);
  return shopper.client.request(step);
};

/** A lost response is not the end of the journey: the client has counted it, and the shopper retries. */
const noResponse = (): undefined => undefined;
