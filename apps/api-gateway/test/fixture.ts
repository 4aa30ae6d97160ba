import { Writable } from 'node:stream';
import { sessionHeader } from '@faultline/contracts';
import { startService } from '@faultline/service';
import { vi } from 'vitest';
import { apiGateway } from '../src/service';

const silence = new Writable({ write: (_chunk, _encoding, done) => done() });

/** Starts the service on free ports of loopback, with one address for all that it calls, and waits until all answer. */
export const startGateway = async (callees: string, environment: Record<string, string> = {}) => {
  const service = await startService(
    apiGateway,
    {
      HOST: '127.0.0.1',
      PORT: '0',
      ADMIN_PORT: '0',
      DRAIN_MS: '0',
      PRODUCT_URL: callees,
      CART_URL: callees,
      SESSION_URL: callees,
      PAYMENT_URL: callees,
      ...environment,
    },
    silence,
  );
  await vi.waitFor(
    async () => {
      const probes = [`${service.adminUrl}/-/ready`, `${service.url}/health/status`];
      for (const probe of probes)
        if (!(await fetch(probe)).ok) throw new Error(`${probe} is not well`);
    },
    { timeout: 20_000 },
  );
  return {
    ...service,
    /** Puts something into the cart, which starts a session where there is none. */
    fillCart: (session?: string) =>
      fetch(`${service.url}/api/cart/items/kettle`, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          ...(session !== undefined && { [sessionHeader]: session }),
        },
        body: '{"quantity":1}',
      }),
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${service.url}${path}`, { headers }),
    readCart: (session?: string) =>
      fetch(`${service.url}/api/cart`, {
        headers: session === undefined ? {} : { [sessionHeader]: session },
      }),
  };
};

export type GatewayFixture = Awaited<ReturnType<typeof startGateway>>;
