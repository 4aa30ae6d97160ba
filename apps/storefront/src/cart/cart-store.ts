import type { PricedCart } from '@faultline/contracts';
import { asFailure, type Failure } from '../api/failure';
import type { Shop } from '../api/shop';
import { clampQuantity } from './quantity';

export interface CartSnapshot {
  /** The cart in the last response; undefined before the first one. */
  cart: PricedCart | undefined;
  /** Why the cart could not be read. */
  failure: Failure | undefined;
  /** Requested but not yet confirmed quantities by product; 0 is a removal. */
  wishes: ReadonlyMap<string, number>;
}

export type CartShop = Pick<Shop, 'cart' | 'putCartItem' | 'removeCartItem'>;

export interface CartStore {
  snapshot(): CartSnapshot;
  subscribe(listener: () => void): () => void;
  /** Reads the cart again; a failure is in the snapshot. */
  reload(): Promise<void>;
  /** Sets the cart from the response to another request. */
  show(cart: PricedCart): void;
  /** Adds to the line's quantity, up to the maximum; returns the new quantity. */
  add(productId: string, quantity: number): Promise<number>;
  /** Quantity 0 removes the line. Rejects with a Failure; the cart then stays unchanged. */
  setQuantity(productId: string, quantity: number): Promise<void>;
}

/**
 * The shopper's cart in this page. Changes are sent one after another, so that the last
 * response is the newest; of several waiting changes to one line only the last is sent.
 */
export const createCartStore = (shop: CartShop): CartStore => {
  const listeners = new Set<() => void>();
  const wishes = new Map<string, { quantity: number }>();
  let current: CartSnapshot = { cart: undefined, failure: undefined, wishes: new Map() };
  let last: Promise<unknown> = Promise.resolve();
  /** The reading that has not begun: who asks meanwhile needs none of its own. */
  let waiting: Promise<void> | undefined;

  const publish = (change: Partial<CartSnapshot> = {}) => {
    const pending = new Map([...wishes].map(([id, wish]) => [id, wish.quantity]));
    current = { ...current, ...change, wishes: pending };
    for (const listener of listeners) listener();
  };

  const inTurn = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const result = last.then(task);
    // The next task runs even if this one fails; the failure goes to its caller.
    last = result.catch(() => undefined);
    return result;
  };

  const read = async () => {
    const cart = await shop.cart();
    publish({ cart, failure: undefined });
    return cart;
  };

  const send = async (productId: string, quantity: number) => {
    const response =
      quantity === 0
        ? await shop.removeCartItem(productId)
        : await shop.putCartItem(productId, quantity);
    publish({ cart: response, failure: undefined });
  };

  return {
    snapshot: () => current,

    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    reload: () => {
      waiting ??= inTurn(() => {
        waiting = undefined;
        return read();
      }).then(
        () => undefined,
        (thrown: unknown) => publish({ failure: asFailure(thrown) }),
      );
      return waiting;
    },

    show: (cart) => publish({ cart, failure: undefined }),

    add: (productId, quantity) =>
      inTurn(async () => {
        const { items } = current.cart ?? (await read());
        const held = items.find((item) => item.productId === productId)?.quantity ?? 0;
        const wanted = clampQuantity(held + quantity);
        await send(productId, wanted);
        return wanted;
      }),

    setQuantity: (productId, quantity) => {
      const wish = { quantity };
      wishes.set(productId, wish);
      publish();
      return inTurn(async () => {
        if (wishes.get(productId) !== wish) return;
        try {
          await send(productId, quantity);
        } finally {
          if (wishes.get(productId) === wish) wishes.delete(productId);
          publish();
        }
      });
    },
  };
};

export const itemCount = (cart: PricedCart): number =>
  cart.items.reduce((sum, { quantity }) => sum + quantity, 0);
