import { Writable } from 'node:stream';
import type { CartItem, PricedCart } from '@faultline/contracts';
import { goodCard } from '@faultline/contracts/testing';
import { createLogger } from '@faultline/telemetry';
import { createCheckout } from '../src/checkout';
import { createPricing } from '../src/pricing';
import { cartStandIn, paymentStandIn, productStandIn } from './stand-ins';

const payer = {
  email: 'shopper@example.org',
  card: goodCard,
};
const session = 'A'.repeat(22);
/** The id of the cart that a shop opens with. */
export const id = 'C'.repeat(22);
export const mugs: CartItem = { productId: 'mug', quantity: 2 };
export const lamp: CartItem = { productId: 'lamp', quantity: 1 };
/** Nothing that is sold. */
export const unicorn: CartItem = { productId: 'unicorn', quantity: 1 };
/** What a checkout calls, in order. */
export const everyStep = ['cart read fresh', 'priced', 'charged', 'taken out'];

/** A checkout with stand-ins for the services around it, and a cart as its shopper sees it. */
export const openShop = async (items: CartItem[]) => {
  const steps: string[] = [];
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const prices: Record<string, number> = { mug: 1299, lamp: 4950 };
  const carts = cartStandIn(steps, { id, items });
  const payments = paymentStandIn(steps);
  const pricing = createPricing(productStandIn(steps, prices));
  const { checkout } = createCheckout({
    carts,
    payments,
    pricing,
    log: createLogger({ service: 'api-gateway', version: '0', level: 'info', destination }),
  });
  const look = () => pricing.price(carts.contents);
  const shown = await look();
  steps.length = 0;
  return {
    steps,
    lines,
    carts,
    payments,
    prices,
    shown,
    look,
    buy: (key: string, cart: PricedCart = shown) => checkout(session, key, { ...payer, cart }),
  };
};
