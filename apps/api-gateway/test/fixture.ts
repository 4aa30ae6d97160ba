import { Writable } from 'node:stream';
import { sessionHeader } from '@faultline/contracts';
import { startService } from '@faultline/service';
import { vi } from 'vitest';
import { apiGateway } from '../src/service';

const silence = new Writable({ write: (_chunk, _encoding, done) => done() });

/** Starts the service on free ports of loopback, with one address for all that it calls. */
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
  await vi.waitFor(async () => {
    const { status } = await fetch(`${service.adminUrl}/-/ready`);
    if (status !== 200) throw new Error('api-gateway is not ready');
  });
  return {
    ...service,
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${service.url}${path}`, { headers }),
    readCart: (session?: string) =>
      fetch(`${service.url}/api/cart`, {
        headers: session === undefined ? {} : { [sessionHeader]: session },
      }),
  };
};

export type GatewayFixture = Awaited<ReturnType<typeof startGateway>>;
