import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Books, openBooks } from './books';
import { charged, newKey, newSession, startPayment } from './fixture';
import { type Provider, startProvider } from './fixtures/provider';

let store: Store;
let books: Books;
let provider: Provider;

beforeAll(async () => {
  store = await withPostgres();
  books = openBooks(store.url);
  provider = await startProvider();
  provider.behaviour = 'late';
});

afterAll(async () => {
  await provider?.refuse();
  await books?.close();
  await store?.stop();
});

const start = async () => {
  const service = await startPayment({
    DATABASE_URL: store.url,
    PAYMENT_PROVIDER_URL: provider.url,
  });
  /** Begins to stop, and resolves with the rest of it once nobody can connect any more. */
  const beginToStop = async () => {
    const stopped = service.stop();
    const connect = async () => (await fetch(`${service.url}/openapi.json`)).arrayBuffer();
    await vi.waitFor(() => expect(connect()).rejects.toThrow(), 10_000);
    return { stopped };
  };
  return { ...service, beginToStop };
};

it('responds to a slow charge before it stops', async () => {
  const service = await start();
  const key = newKey();
  const response = charged(service.charge(newSession(), key));
  await vi.waitFor(() => expect(provider.charges.has(key)).toBe(true), 10_000);
  const { stopped } = await service.beginToStop();
  expect(await books.row(key)).toMatchObject({ state: 'pending' });

  provider.release();
  const { orderId } = await response;
  await stopped;
  expect(await books.row(key)).toMatchObject({ state: 'succeeded', order_id: orderId });
});

it('waits for a slow charge whose caller has given up', async () => {
  const service = await start();
  const key = newKey();
  const waiting = { 'x-request-timeout-ms': '200' };
  const response = refused(service.charge(newSession(), key, undefined, waiting));
  expect(await response).toMatchObject({ status: 504 });
  await vi.waitFor(() => expect(provider.charges.has(key)).toBe(true), 10_000);
  const { stopped } = await service.beginToStop();
  expect(await books.row(key)).toMatchObject({ state: 'pending' });

  provider.release();
  await stopped;
  expect(await books.row(key)).toMatchObject({ state: 'succeeded' });
});
