import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
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
  provider.declineCode = null;
});

afterAll(async () => {
  await service?.stop();
  await provider?.refuse();
  await books?.close();
  await store?.stop();
});

/** Leaves a pending charge behind. */
const lose = async (how: 'cut' | 'lose') => {
  const [session, key] = [newSession(), newKey()];
  provider.behaviour = how;
  expect(await refused(service.charge(session, key))).toMatchObject({ status: 504 });
  expect(await books.row(key)).toMatchObject({ state: 'pending' });
  provider.behaviour = 'well';
  return { session, key };
};

/** Lets a minute go by for these charges until `resolved` holds; answers with what was counted. */
const reconcile = (keys: string[], resolved: () => Promise<void>) =>
  service.counted(async () => {
    for (const key of keys) await books.age(key, 60);
    await vi.waitFor(resolved, { timeout: 15_000 });
  });

it('resolves a charge whose response was lost by asking, never by charging again', async () => {
  const { session, key } = await lose('cut');
  const counted = await reconcile([key], async () =>
    expect(await books.row(key)).toMatchObject({ state: 'succeeded' }),
  );
  expect(counted).toEqual({ 'succeeded/none': 1 });
  expect(provider.attempts(key)).toBe(1);
  const { orderId } = await charged(service.charge(session, key));
  expect((await service.readOrder(session, orderId)).status).toBe(200);
});

it('resolves a declined charge whose response was lost as declined', async () => {
  provider.declineCode = 'insufficient_funds';
  const { session, key } = await lose('cut');
  const counted = await reconcile([key], async () =>
    expect(await books.row(key)).toMatchObject({ state: 'declined' }),
  );
  expect(counted).toEqual({ 'declined/insufficient_funds': 1 });
  expect(provider.attempts(key)).toBe(1);
  expect(await refused(service.charge(session, key))).toMatchObject({ status: 402 });
});

it('fails a charge that never reached the provider, and its key may try again', async () => {
  const { session, key } = await lose('lose');
  const counted = await reconcile([key], async () =>
    expect(await books.row(key)).toMatchObject({
      state: 'failed',
      reason: 'never-reached-provider',
    }),
  );
  expect(counted).toEqual({ 'failed/never-reached-provider': 1 });
  await charged(service.charge(session, key));
  expect(provider.attempts(key)).toBe(2);
  expect(provider.charges.get(key)?.amount).toBe((await books.row(key)).amount);
});

it('resolves the others when the provider cannot tell about one', async () => {
  const { key: unclear } = await lose('cut');
  const { key } = await lose('cut');
  provider.unable.add(unclear);
  await reconcile([unclear, key], async () =>
    expect(await books.row(key)).toMatchObject({ state: 'succeeded' }),
  );
  expect(await books.row(unclear)).toMatchObject({ state: 'pending' });

  provider.unable.clear();
  await reconcile([unclear], async () =>
    expect(await books.row(unclear)).toMatchObject({ state: 'succeeded' }),
  );
  expect(provider.attempts(unclear)).toBe(1);
});
