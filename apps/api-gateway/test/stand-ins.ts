import { randomUUID } from 'node:crypto';
import {
  type CartClient,
  type CartContents,
  type Charge,
  type PaymentClient,
  type Product,
  type ProductClient,
  sum,
} from '@faultline/contracts';
import { notFound, ProblemError } from '@faultline/service';

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
    read: async (_session, options) => {
      steps.push(options?.fresh ? 'cart read fresh' : 'cart read');
      return carts.contents;
    },
    takeOut: async (_session, { id, items }) => {
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
    readMany: async (ids) => {
      steps.push('priced');
      const sold = ids.filter((id) => id in prices);
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
      throw new ProblemError(409, 'cart-already-paid', 'Paid.', { conflict: { orderId } });
  };
  return {
    charges,
    taken: () => sum([...charges.values()].map(({ total }) => total)).amount,
    charge: async (_session, key, { cart, total, lines }) => {
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
    replay: async (_session, key, { cart }) => {
      steps.push('replayed');
      const charge = charges.get(key);
      if (!charge) refusePaid(cart);
      if (!charge) throw notFound('unknown-key', 'idempotency-key', 'This key was never used.');
      return charge;
    },
    readOrder: async (_session, orderId) => {
      const order = [...charges.values()].find((charge) => charge.orderId === orderId);
      if (!order) throw notFound('unknown-order', 'id', 'There is no such order.');
      return order;
    },
  };
};
