import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type CartContents,
  cartRoutes,
  clientOf,
  paymentRoutes,
  productRoutes,
  sessionHeader,
  sessionRoutes,
} from '@faultline/contracts';
import { callerOf, goodCard } from '@faultline/contracts/testing';
import type { Demo } from '@faultline/demo';
import { BenchError } from '../bench';

/** What a shop holds for the reads that are measured. */
export interface Goods {
  productId: string;
  /** Has a cart with some products. */
  session: string;
  /** An order of the session. */
  orderId: string;
}

/** The replica of a cart follows its primary within milliseconds. */
const copied = { attempts: 100, pauseMs: 50 };

/** Asks the services themselves for a session, a filled cart and a paid order. */
export const stockGoods = async (demo: Demo): Promise<Goods> => {
  const carts = clientOf(cartRoutes, callerOf(demo.url('cart')));
  const { id: session } = await clientOf(sessionRoutes, callerOf(demo.url('session'))).create();
  const products = clientOf(productRoutes, callerOf(demo.url('product')));
  const { items } = await products.list({ query: { size: 3 } });
  const [product] = items;
  if (!product) throw new BenchError('the catalogue is empty');
  const headers = { [sessionHeader]: session };
  for (const { id: productId } of items)
    await carts.setQuantity({ headers, params: { productId }, body: { quantity: 2 } });
  await untilCopied(() => carts.read({ headers }), items.length);
  const { id: cart } = await carts.read({ headers });

  const line = { productId: product.id, name: product.name, quantity: 1 };
  const { orderId } = await clientOf(paymentRoutes, callerOf(demo.url('payment'))).charge({
    headers: { ...headers, 'idempotency-key': randomUUID() },
    body: {
      cart,
      total: product.price,
      lines: [{ ...line, price: product.price, lineTotal: product.price }],
      email: 'bench@example.com',
      card: goodCard,
    },
  });
  return { productId: product.id, session, orderId };
};

const untilCopied = async (read: () => Promise<CartContents>, products: number) => {
  for (let attempt = 0; attempt < copied.attempts; attempt += 1) {
    const { items } = await read();
    if (items.length === products) return;
    await delay(copied.pauseMs);
  }
  throw new BenchError('the replica of cart-data does not follow');
};
