import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Books, openBooks } from './books';
import { newKey, newSession, type PaymentFixture, startPayment } from './fixture';
import { type Provider, startProvider } from './fixtures/provider';

const soon = { timeout: 60_000, interval: 50 };

let store: Store;
let books: Books;
let ledger: Pool;
let provider: Provider;
let service: PaymentFixture;

beforeAll(async () => {
  store = await withPostgres();
  books = openBooks(store.url);
  ledger = new Pool({ connectionString: store.url, max: 1 });
  provider = await startProvider();
  service = await startPayment({ DATABASE_URL: store.url, PAYMENT_PROVIDER_URL: provider.url });
});
afterAll(async () => {
  await service?.stop();
  await provider?.refuse();
  await ledger?.end();
  await books?.close();
  await store?.stop();
});

it('logs and counts a charge that it could not record after its caller had given up', async () => {
  const unrecorded = () => service.sample('payments_unrecorded_total');
  expect(await unrecorded()).toBe(0);

  const key = newKey();
  provider.behaviour = 'late';
  const response = service.charge(newSession(), key, undefined, { 'x-request-timeout-ms': '500' });
  expect(await refused(response)).toMatchObject({ status: 504, code: 'payment-provider-late' });
  await vi.waitFor(() => expect(provider.charges.has(key)).toBe(true), soon);
  await ledger.query('alter table charges rename to charges_out_of_reach');
  provider.behaviour = 'well';
  provider.release();
  await vi.waitFor(async () => expect(await unrecorded()).toBe(1), soon);
  expect(service.logged('payment-charge-unrecorded')).toMatchObject([
    {
      level: 'error',
      requestId: expect.any(String),
      err: { message: expect.stringContaining('relation "charges" does not exist') },
    },
  ]);

  await ledger.query('alter table charges_out_of_reach rename to charges');
  await books.age(key, 60);
  const resolved = async () => expect(await books.row(key)).toMatchObject({ state: 'succeeded' });
  await vi.waitFor(resolved, soon);
}, 180_000);
