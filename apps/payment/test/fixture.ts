import { randomBytes, randomUUID } from 'node:crypto';
import {
  Charge,
  type ChargeRequest,
  paymentRoutes,
  sessionHeader,
  targetOf,
} from '@faultline/contracts';
import { startForTest } from '@faultline/service/testing';
import { Parse } from 'typebox/value';
import { expect } from 'vitest';
import { payment } from '../src/service';

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

/** The charge of a 201. */
export const charged = async (answer: Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBe(201);
  return Parse(Charge, await response.json());
};

const sample = /^payments_total\{outcome="(\w+)",reason="([\w-]+)"[^}]*\} (\d+)$/gm;

/** Starts the service and waits until it and what it needs answer. */
export const startPayment = async (environment: Record<string, string>) => {
  const FINGERPRINT_SECRET = 'a secret for tests only';
  const service = await startForTest(payment, { FINGERPRINT_SECRET, ...environment });
  const post = (path: string, session: string, key: string, body: unknown, headers = {}) =>
    service.send('POST', path, body, {
      'idempotency-key': key,
      [sessionHeader]: session,
      ...headers,
    });

  /** `payments_total` by `outcome/reason`. */
  const payments = async (): Promise<Map<string, number>> =>
    new Map(
      [...(await service.metrics()).matchAll(sample)].map(([, outcome, reason, value]) => [
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
      service.get(targetOf(paymentRoutes.readOrder.path, { params: { orderId } }), {
        [sessionHeader]: session,
      }),
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
