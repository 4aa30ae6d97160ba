import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import {
  type CartContents,
  cartRoutes,
  healthPath,
  sessionHeader,
  targetOf,
} from '@faultline/contracts';
import { startService } from '@faultline/service';
import { vi } from 'vitest';
import { cart } from '../src/service';

const lines: string[] = [];
const log = new Writable({
  write: (chunk, _encoding, done) => {
    lines.push(String(chunk));
    done();
  },
});

/** Everything that the services of this file have logged so far. */
export const logged = (): string => lines.join('');

/** The id of a session whose cart is still empty. */
export const newSession = (): string => randomBytes(16).toString('base64url');

/** Starts the service on free ports of loopback and waits until it and its stores answer. */
export const startCart = async (environment: Record<string, string>) => {
  const free = { HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0', DRAIN_MS: '0' };
  const service = await startService(cart, { ...free, ...environment }, log);
  await vi.waitFor(
    async () => {
      const probes = [`${service.adminUrl}/-/ready`, service.url + healthPath];
      for (const probe of probes)
        if (!(await fetch(probe)).ok) throw new Error(`${probe} is not well`);
    },
    { timeout: 20_000 },
  );

  const send = (method: string, path: string, session: string, more: RequestInit = {}) =>
    fetch(`${service.url}${path}`, {
      ...more,
      method,
      headers: { [sessionHeader]: session, ...more.headers },
    });
  return {
    ...service,
    send,
    read: (session: string) => send('GET', cartRoutes.read.path, session),
    readFresh: (session: string) =>
      send('GET', targetOf(cartRoutes.read.path, { query: { fresh: true } }), session),
    put: (session: string, productId: string, body: unknown, headers = {}) =>
      send('PUT', targetOf(cartRoutes.setQuantity.path, { params: { productId } }), session, {
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    remove: (session: string, productId: string) =>
      send('DELETE', targetOf(cartRoutes.remove.path, { params: { productId } }), session),
    takeOut: (session: string, bought: CartContents) =>
      send('POST', cartRoutes.takeOut.path, session, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(bought),
      }),
    clear: (session: string) => send('DELETE', cartRoutes.clear.path, session),
  };
};

export type CartFixture = Awaited<ReturnType<typeof startCart>>;
