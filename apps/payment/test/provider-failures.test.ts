import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Books, openBooks } from './books';
import { charged, newKey, newSession, type PaymentFixture, startPayment } from './fixture';
import { type Provider, startProvider } from './fixtures/provider';

let store: Store;
let books: Books;
let provider: Provider;
let service: PaymentFixture;

beforeAll(async () => {
  store = await withPostgres();
  books = openBooks(store.url);
  provider = await startProvider();
  service = await startPayment({ DATABASE_URL: store.url, PAYMENT_PROVIDER_URL: provider.url });
});

beforeEach(() => {
  provider.behaviour = 'well';
  provider.declineCode = null;
  provider.misrouted = false;
});

afterAll(async () => {
  provider?.release();
  await service?.stop();
  await provider?.refuse();
  await books?.close();
  await store?.stop();
});

const late = { status: 504, code: 'payment-provider-late' };

describe('a provider that refuses connections', () => {
  it('fails the charge, and the same key succeeds later', async () => {
    const [session, key] = [newSession(), newKey()];
    await provider.refuse();
    try {
      const failed = await service.counted(async () => {
        expect(await refused(service.charge(session, key))).toMatchObject({
          status: 502,
          code: 'payment-provider-unreachable',
        });
      });
      expect(failed).toEqual({ 'failed/provider-unreachable': 1 });
    } finally {
      await provider.accept();
    }
    const row = await books.row(key);
    expect(row).toMatchObject({ state: 'failed', reason: 'provider-unreachable' });
    expect(service.logged('payment-charge-provider-unreachable')).not.toEqual([]);

    const succeeded = await service.counted(async () => {
      const charge = await charged(service.charge(session, key));
      expect(charge.orderId).toBe(row.order_id);
    });
    expect(succeeded).toEqual({ 'succeeded/none': 1 });
    expect(provider.attempts(key)).toBe(1);
    expect(await books.row(key)).toMatchObject({ state: 'succeeded', reason: null });
  });
});

describe('a provider that is late', () => {
  it('does not delay the caller beyond its deadline; the charge continues and is found', async () => {
    const [session, key] = [newSession(), newKey()];
    provider.behaviour = 'late';
    const start = performance.now();
    const waiting = { 'x-request-timeout-ms': '400' };
    const counted = await service.counted(async () => {
      const response = refused(service.charge(session, key, undefined, waiting));
      expect(await response).toMatchObject(late);
      expect(performance.now() - start).toBeLessThan(2000);
      await vi.waitFor(() => expect(provider.charges.has(key)).toBe(true), 10_000);
      expect(await books.row(key)).toMatchObject({ state: 'pending' });
      provider.release();
      const succeeded = { state: 'succeeded' };
      await vi.waitFor(async () => expect(await books.row(key)).toMatchObject(succeeded), 10_000);
      const charge = await charged(service.charge(session, key));
      expect(charge.orderId).toBe((await books.row(key)).order_id);
    });
    expect(counted).toEqual({ 'succeeded/none': 1 });
    expect(provider.attempts(key)).toBe(1);
  });

  it('gets no second call for the same key while the charge is in progress', async () => {
    const [session, key] = [newSession(), newKey()];
    provider.behaviour = 'late';
    const asked = Array.from({ length: 10 }, () => charged(service.charge(session, key)));
    await vi.waitFor(() => expect(provider.charges.has(key)).toBe(true), 10_000);
    asked.push(charged(service.charge(session, key)));
    provider.release();
    const [first, ...others] = await Promise.all(asked);
    for (const other of others) expect(other).toEqual(first);
    expect(provider.attempts(key)).toBe(1);
  });

  it('is asked for the charge if its response came after the timeout', async () => {
    const impatient = await startPayment({
      DATABASE_URL: store.url,
      PAYMENT_PROVIDER_URL: provider.url,
      PROVIDER_TIMEOUT_MS: '1000',
    });
    try {
      const [session, key] = [newSession(), newKey()];
      provider.behaviour = 'late';
      expect(await refused(impatient.charge(session, key))).toMatchObject(late);
      expect(await books.row(key)).toMatchObject({ state: 'pending' });
      await charged(impatient.charge(session, key));
      expect(provider.attempts(key)).toBe(1);
    } finally {
      provider.release();
      await impatient.stop();
    }
  });
});

describe('a provider whose response is lost', () => {
  it('is asked for the charge when the key is sent again, and charges once', async () => {
    const [session, key] = [newSession(), newKey()];
    provider.behaviour = 'cut';
    expect(await refused(service.charge(session, key))).toMatchObject(late);
    const row = await books.row(key);
    expect(row).toMatchObject({ state: 'pending', reason: null });
    expect(service.logged('payment-charge-answer-lost')).not.toEqual([]);

    const counted = await service.counted(async () => {
      const charge = await charged(service.replay(session, key));
      expect(charge.orderId).toBe(row.order_id);
    });
    expect(counted).toEqual({ 'succeeded/none': 1 });
    expect(provider.attempts(key)).toBe(1);
    expect(provider.charges.get(key)?.amount).toBe(row.amount);
  });

  it('leaves the charge pending while its 404 is not that of an unknown charge', async () => {
    const [session, key] = [newSession(), newKey()];
    provider.behaviour = 'cut';
    expect(await refused(service.charge(session, key))).toMatchObject(late);
    provider.behaviour = 'well';
    provider.misrouted = true;
    expect(await refused(service.charge(session, key))).toMatchObject(late);
    expect(await books.row(key)).toMatchObject({ state: 'pending' });
    expect(provider.attempts(key)).toBe(1);
  });

  it('charges now if it does not know the charge', async () => {
    const [session, key] = [newSession(), newKey()];
    provider.behaviour = 'lose';
    expect(await refused(service.charge(session, key))).toMatchObject(late);
    provider.behaviour = 'well';
    await charged(service.charge(session, key));
    expect(provider.charges.has(key)).toBe(true);
    expect(provider.attempts(key)).toBe(2);
  });
});

it('has an unknown decline code counted as other', async () => {
  provider.declineCode = 'shoe_size_mismatch';
  const key = newKey();
  const counted = await service.counted(async () => {
    expect(await refused(service.charge(newSession(), key))).toMatchObject({ status: 402 });
  });
  expect(counted).toEqual({ 'declined/other': 1 });
  expect(await books.row(key)).toMatchObject({ reason: 'shoe_size_mismatch' });
});
