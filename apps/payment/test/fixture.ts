import { randomBytes, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import {
  type ChargeRequest,
  healthPath,
  paymentRoutes,
  sessionHeader,
  targetOf,
} from '@faultline/contracts';
import { startService } from '@faultline/service';
import { vi } from 'vitest';
import { payment } from '../src/service';

const lines: string[] = [];
const log = new Writable({
  write: (chunk, _encoding, done) => {
    lines.push(String(chunk));
    done();
  },
});

/** Everything that the services of this file have logged so far. */
export const logged = (): string => lines.join('');

export const newSession = (): string => randomBytes(16).toString('base64url');
export const newCart = (): string => newSession();
export const newKey = (): string => `key-${randomUUID()}`;

export const card = {
  number: '4242424242424242',
  expMonth: 12,
  expYear: new Date().getUTCFullYear() + 2,
  cvc: '7391',
};

/** Two mugs, to be paid with a card that the sandbox accepts. */
export const purchase: ChargeRequest = {
  cart: null,
  total: { amount: 2598, currency: 'EUR' },
  lines: [
    {
      productId: 'mug',
      name: 'Mug',
      quantity: 2,
      price: { amount: 1299, currency: 'EUR' },
      lineTotal: { amount: 2598, currency: 'EUR' },
    },
  ],
  email: 'shopper.of.this.test@example.org',
  card,
};

const sample = /^payments_total\{outcome="(\w+)",reason="([\w-]+)"[^}]*\} (\d+)$/gm;

/** Starts the service on free ports of loopback and waits until it and what it needs answer. */
export const startPayment = async (environment: Record<string, string>) => {
  const base = { HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0', DRAIN_MS: '0' };
  const FINGERPRINT_SECRET = 'a secret for tests only';
  const service = await startService(payment, { ...base, FINGERPRINT_SECRET, ...environment }, log);
  await vi.waitFor(
    async () => {
      const probes = [`${service.adminUrl}/-/ready`, service.url + healthPath];
      for (const probe of probes)
        if (!(await fetch(probe)).ok) throw new Error(`${probe} is not well`);
    },
    { timeout: 20_000 },
  );

  const post = (path: string, session: string, key: string, body: unknown, headers = {}) =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        [sessionHeader]: session,
        ...headers,
      },
      body: JSON.stringify(body),
    });
  const metrics = async () => (await fetch(`${service.adminUrl}/metrics`)).text();

  /** `payments_total` by `outcome/reason`. */
  const payments = async (): Promise<Map<string, number>> =>
    new Map(
      [...(await metrics()).matchAll(sample)].map(([, outcome, reason, value]) => [
        `${outcome}/${reason}`,
        Number(value),
      ]),
    );
  return {
    ...service,
    charge: (session: string, key: string, body: unknown = purchase, headers = {}) =>
      post(paymentRoutes.charge.path, session, key, body, headers),
    replay: (session: string, key: string, body: ChargeRequest = purchase) =>
      post(paymentRoutes.replay.path, session, key, body),
    readOrder: (session: string, orderId: string) =>
      fetch(service.url + targetOf(paymentRoutes.readOrder.path, { params: { orderId } }), {
        headers: { [sessionHeader]: session },
      }),
    metrics,
    payments,
    /** What `work` adds to `payments_total`, without the zeros. */
    counted: async (work: () => Promise<unknown>): Promise<Record<string, number>> => {
      const before = await payments();
      await work();
      const moved = [...(await payments())].map(([label, value]): [string, number] => [
        label,
        value - (before.get(label) ?? 0),
      ]);
      return Object.fromEntries(moved.filter(([, difference]) => difference !== 0));
    },
  };
};

export type PaymentFixture = Awaited<ReturnType<typeof startPayment>>;
