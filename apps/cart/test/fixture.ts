import { randomBytes } from 'node:crypto';
import { CartContents, cartRoutes, sessionHeader, targetOf } from '@faultline/contracts';
import { startForTest } from '@faultline/service/testing';
import { Parse } from 'typebox/value';
import { expect } from 'vitest';
import { cart } from '../src/service';

/** The id of a session whose cart is still empty. */
export const newSession = (): string => randomBytes(16).toString('base64url');

/** The cart of a 200. */
export const cartOf = async (answer: Promise<Response>): Promise<CartContents> => {
  const response = await answer;
  expect(response.status).toBe(200);
  return Parse(CartContents, await response.json());
};
export const itemsOf = async (answer: Promise<Response>) => (await cartOf(answer)).items;

/** Starts the service and waits until it and its stores answer. */
export const startCart = async (environment: Record<string, string>) => {
  const service = await startForTest(cart, environment);
  const send = (method: string, path: string, session: string, body?: unknown, headers = {}) =>
    service.send(method, path, body, { [sessionHeader]: session, ...headers });
  return {
    ...service,
    read: (session: string) => send('GET', cartRoutes.read.path, session),
    readFresh: (session: string) =>
      send('GET', targetOf(cartRoutes.read.path, { query: { fresh: true } }), session),
    put: (session: string, productId: string, body: unknown, headers = {}) =>
      send(
        'PUT',
        targetOf(cartRoutes.setQuantity.path, { params: { productId } }),
        session,
        body,
        headers,
      ),
    remove: (session: string, productId: string) =>
      send('DELETE', targetOf(cartRoutes.remove.path, { params: { productId } }), session),
    takeOut: (session: string, bought: CartContents) =>
      send('POST', cartRoutes.takeOut.path, session, bought),
    clear: (session: string) => send('DELETE', cartRoutes.clear.path, session),
  };
};

export type CartFixture = Awaited<ReturnType<typeof startCart>>;
