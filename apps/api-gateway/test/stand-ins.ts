import { randomUUID } from 'node:crypto';
import {
  type CartClient,
  type CartContents,
  type Charge,
  type PaymentClient,
  type Product,
  type ProductClient,
  paymentRoutes,
  sum,
} from '@faultline/contracts';
import { problemOf } from '@faultline/service';

const neverCalled = async (): Promise<never> => {
  throw new Error('nobody should call this');
};

export interface CartStandIn extends CartClient {
  contents: CartContents;
  /** Whether `takeOut` fails. */
  stuck: boolean;
}

/** One session's cart. `steps` receives the name of each call. */
export const cartStandIn = (steps: string[], contents: CartContents): CartStandIn => {
  const carts: CartStandIn = {
    contents,
    stuck: false,
    read: async ({ query }) => {
      steps.push(query?.fresh ? 'cart read fresh' : 'cart read');
      return carts.contents;
    },
    takeOut: async ({ body: { id, items } }) => {
      steps.push('taken out');
      if (carts.stuck) throw new Error('the cart is stuck');
      if (id !== carts.contents.id) return carts.contents;
      const bought = new Map(items.map(({ productId, quantity }) => [productId, quantity]));
      const left = carts.contents.items
        .map((item) => ({ ...item, quantity: item.quantity - (bought.get(item.productId) ?? 0) }))
        .filter(({ quantity }) => quantity > 0);
      carts.contents = { id: left.length > 0 ? 'L'.repeat(22) : null, items: left };
      return carts.contents;
    },
    clear: neverCalled,
    setQuantity: neverCalled,
    remove: neverCalled,
  };
  return carts;
};

/** Sells these products at these prices, in cents. */
export const productStandIn = (steps: string[], prices: Record<string, number>): ProductClient => {
  const describe = (id: string, amount: number): Product => ({
    id,
    name: `The ${id}`,
    description: 'It is good.',
    category: 'things',
    price: { amount, currency: 'EUR' },
    imageUrl: `/images/${id}.svg`,
  });
  return {
    readMany: async ({ query: { ids } }) => {
      steps.push('priced');
      const sold = ids.split(',').filter((id) => id in prices);
      // In no particular order, as its contract says.
      return { items: sold.map((id) => describe(id, prices[id] ?? 0)).reverse() };
    },
    list: neverCalled,
    read: neverCalled,
    search: neverCalled,
    suggest: neverCalled,
    categories: neverCalled,
  };
};

export interface PaymentStandIn extends PaymentClient {
  charges: Map<string, Charge>;
  /** What all charges come to, in cents. */
  taken(): number;
}

/** Charges once for each key and cart, and keeps what it charged. */
export const paymentStandIn = (steps: string[]): PaymentStandIn => {
  const charges = new Map<string, Charge>();
  const paid = new Map<string | null, Charge>();
  const refusePaid = (cart: string | null): void => {
    const orderId = paid.get(cart)?.orderId;
    if (orderId !== undefined)
      throw problemOf(paymentRoutes.charge, 'cart-already-paid', 'Paid.', {
        extensions: { conflict: { orderId } },
      });
  };
  return {
    charges,
    taken: () => sum([...charges.values()].map(({ total }) => total)).amount,
    charge: async ({ headers, body: { cart, total, lines } }) => {
      const key = headers['idempotency-key'];
      steps.push('charged');
      if (!charges.has(key)) refusePaid(cart);
      const charge = charges.get(key) ?? {
        id: randomUUID(),
        orderId: randomUUID(),
        state: 'succeeded',
        reason: null,
        total,
        lines,
        createdAt: new Date().toISOString(),
      };
      charges.set(key, charge);
      paid.set(cart, charge);
      return charge;
    },
    replay: async ({ headers, body }) => {
      steps.push('replayed');
      const charge = charges.get(headers['idempotency-key']);
      if (charge) return charge;
      refusePaid(body.cart);
      throw problemOf(paymentRoutes.replay, 'unknown-key', 'This key was never used.');
    },
    readOrder: async ({ params }) => {
      const order = [...charges.values()].find(({ orderId }) => orderId === params.orderId);
      if (order) return order;
      throw problemOf(paymentRoutes.readOrder, 'unknown-order', 'There is no such order.');
    },
  };
};
