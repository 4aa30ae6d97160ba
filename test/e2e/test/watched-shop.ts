import { randomUUID } from 'node:crypto';
import { goodCard } from '@faultline/contracts/testing';
import type { Demo } from '@faultline/demo';
import { type OtlpReceiver, startOtlpReceiver } from '@faultline/otlp/testing';
import { expect } from 'vitest';
import { Customer } from '../src/customer';
import { spanTree } from '../src/span-tree';
import { startShop } from '../src/start-shop';

export let receiver: OtlpReceiver;
export let shop: { demo: Demo; stop(): Promise<void> };

/** Starts a shop of its own for a test file, whose telemetry all arrives in `receiver`. */
export const openWatchedShop = async (): Promise<void> => {
  receiver = await startOtlpReceiver();
  shop = await startShop({ collector: receiver.collector });
};

export const closeWatchedShop = async (): Promise<void> => {
  await shop?.stop();
  await receiver?.stop();
};

export const customer = () => new Customer(shop.demo.url('web-gateway'));

/** The trace that a request became, once all of it has arrived. */
const traceOf = async (requestId: string, spans: number): Promise<string> => {
  const find = () =>
    receiver.logs.find(
      ({ service, message, attributes }) =>
        service === 'web-gateway' &&
        message === 'http-request' &&
        attributes.requestId === requestId,
    )?.traceId ?? '';
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  const arrived = () => receiver.spans.filter(({ traceId }) => traceId === find()).length;
  await expect.poll(arrived, { timeout: 30_000 }).toBe(spans);
  return find();
};

/** Sends one request, and answers with its trace. */
export const traced = async (
  spans: number,
  method: string,
  path: string,
  options: Parameters<Customer['send']>[2] = {},
  who = customer(),
) => {
  const response = await who.send(method, path, options);
  const traceId = await traceOf(response.headers.get('x-request-id') ?? '', spans);
  const own = receiver.spans.filter((span) => span.traceId === traceId);
  return { response, traceId, spans: own, tree: spanTree(receiver.spans, traceId) };
};

export const withFullCart = async (): Promise<Customer> => {
  const shopper = customer();
  const [product] = (await shopper.products({ size: 1 })).body.items;
  await shopper.put(product?.id ?? '', 1);
  // The session has reached its replica when the replica answers without the primary's help.
  await expect.poll(async () => (await shopper.cart()).body.items.length).toBe(1);
  return shopper;
};

/** What pays the cart that a shopper was shown last. */
export const checkout = ({ shown: cart }: Customer, card = goodCard) => ({
  body: { email: 'ada@example.test', card, cart },
  headers: { 'idempotency-key': randomUUID() },
});
