import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CartContents, Charge, ProductPage, Session, sessionHeader } from '@faultline/contracts';
import type { Demo } from '@faultline/demo';
import type { Static, TSchema } from 'typebox';
import { Parse } from 'typebox/value';
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
  const { id: session } = await ask(Session, 'POST', `${demo.url('session')}/sessions`);
  const { items } = await ask(ProductPage, 'GET', `${demo.url('product')}/products?size=3`);
  const [product] = items;
  if (!product) throw new BenchError('the catalogue is empty');
  const headers = { [sessionHeader]: session };
  for (const { id } of items) {
    const item = `${demo.url('cart')}/cart/items/${id}`;
    await ask(CartContents, 'PUT', item, headers, { quantity: 2 });
  }
  await untilCopied(`${demo.url('cart')}/cart`, headers, items.length);
  const { id: cart } = await ask(CartContents, 'GET', `${demo.url('cart')}/cart`, headers);

  const line = { productId: product.id, name: product.name, quantity: 1 };
  const { orderId } = await ask(
    Charge,
    'POST',
    `${demo.url('payment')}/charges`,
    { ...headers, 'idempotency-key': randomUUID() },
    {
      cart,
      total: product.price,
      lines: [{ ...line, price: product.price, lineTotal: product.price }],
      email: 'bench@example.com',
      card: { number: '4242424242424242', expMonth: 12, expYear: 2039, cvc: '123' },
    },
  );
  return { productId: product.id, session, orderId };
};

const untilCopied = async (url: string, headers: Record<string, string>, products: number) => {
  for (let attempt = 0; attempt < copied.attempts; attempt += 1) {
    const { items } = await ask(CartContents, 'GET', url, headers);
    if (items.length === products) return;
    await delay(copied.pauseMs);
  }
  throw new BenchError('the replica of cart-data does not follow');
};

const ask = async <Answer extends TSchema>(
  answer: Answer,
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Static<Answer>> => {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok) throw new BenchError(`${method} ${url} answered ${response.status}: ${text}`);
  return Parse(answer, JSON.parse(text));
};
