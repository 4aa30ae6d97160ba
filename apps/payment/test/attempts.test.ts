import { type TestFaults, testFaults } from '@faultline/faults/testing';
import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Books, openBooks } from './books';
import {
  charged,
  newCart,
  newKey,
  newSession,
  type PaymentFixture,
  purchase,
  startPayment,
} from './fixture';
import { type Provider, startProvider } from './fixtures/provider';

vi.setConfig({ testTimeout: 180_000 });

let store: Store;
let books: Books;
let provider: Provider;
let flags: TestFaults;
let service: PaymentFixture;

const late = { status: 504, code: 'payment-provider-late' };
const soon = { timeout: 60_000, interval: 50 };
const hurried = { 'x-request-timeout-ms': '2000' };

beforeAll(async () => {
  store = await withPostgres();
  books = openBooks(store.url);
  provider = await startProvider();
  flags = await testFaults();
  service = await startPayment({
    DATABASE_URL: store.url,
    PAYMENT_PROVIDER_URL: provider.url,
  });
});
beforeEach(() => {
  provider.behaviour = 'well';
  provider.declineCode = null;
});
afterAll(async () => {
  provider?.release();
  await service?.stop();
  await provider?.refuse();
  await flags?.remove();
  await books?.close();
  await store?.stop();
});

/** Sends a charge that the provider gets, and records only when it is released. */
const chargeSlowly = async (session: string, key: string) => {
  provider.behaviour = 'slow';
  const before = provider.attempts(key);
  expect(await refused(service.charge(session, key, purchase, hurried))).toMatchObject(late);
  await vi.waitFor(() => expect(provider.attempts(key)).toBe(before + 1), soon);
  provider.behaviour = 'well';
};

/** Gives up a charge that the provider gets only when it is released. */
const giveUp = async (session: string, key: string) => {
  await chargeSlowly(session, key);
  await books.age(key, 60);
  const givenUp = { state: 'failed', reason: 'never-reached-provider' };
  await vi.waitFor(async () => expect(await books.row(key)).toMatchObject(givenUp), soon);
};

/** Waits until reconciliation has been through all that was due when this was called. */
const reconciled = async () => {
  const [session, key] = [newSession(), newKey()];
  provider.behaviour = 'cut';
  await refused(service.charge(session, key));
  provider.behaviour = 'well';
  await books.age(key, 60);
  const resolved = async () => expect(await books.row(key)).toMatchObject({ state: 'succeeded' });
  await vi.waitFor(resolved, soon);
};

it('does not fail a charge while a retry is in progress at the provider', async () => {
  const [session, key] = [newSession(), newKey()];
  provider.behaviour = 'lose';
  expect(await refused(service.charge(session, key))).toMatchObject(late);
  await books.age(key, 24.9);
  await chargeSlowly(session, key);
  await reconciled();
  expect(await books.row(key)).toMatchObject({ state: 'pending' });

  provider.release();
  const succeeded = async () => expect(await books.row(key)).toMatchObject({ state: 'succeeded' });
  await vi.waitFor(succeeded, soon);
  expect(await books.row(key)).toMatchObject({ late: false });
});

it('does not fail a charge if a retry is refused while its first attempt is open', async () => {
  const impatient = await startPayment({
    DATABASE_URL: store.url,
    PAYMENT_PROVIDER_URL: provider.url,
    PROVIDER_TIMEOUT_MS: '1000',
    FAULTS_FILE: flags.file,
  });
  try {
    const [session, key] = [newSession(), newKey()];
    provider.behaviour = 'slow';
    expect(await refused(impatient.charge(session, key))).toMatchObject(late);
    provider.behaviour = 'well';
    await flags.switchTo('payment', { rate: 100 });
    const refusedNow = async () => (await impatient.charge(newSession(), newKey())).status;
    await expect.poll(refusedNow, soon).toBe(502);
    expect(await refused(impatient.charge(session, key))).toMatchObject(late);
    expect(await books.row(key)).toMatchObject({ state: 'pending', reason: null });

    provider.release();
    await vi.waitFor(() => expect(provider.charges.has(key)).toBe(true), soon);
    expect((await charged(impatient.charge(session, key))).state).toBe('succeeded');
  } finally {
    await flags.switchTo();
    await impatient.stop();
  }
});

it('records, counts and logs a success after the charge was failed', async () => {
  const [session, key] = [newSession(), newKey()];
  await giveUp(session, key);
  const counted = await service.counted(async () => {
    provider.release();
    const succeeded = { state: 'succeeded', reason: null, late: true, duplicate: false };
    await vi.waitFor(async () => expect(await books.row(key)).toMatchObject(succeeded), soon);
  });
  expect(counted).toEqual({ 'succeeded/none': 1 });
  expect(await service.sample('payments_late_total')).toBeGreaterThan(0);
  expect(service.logged('payment-charge-succeeded-late')).not.toEqual([]);
  await charged(service.charge(session, key));
});

it('does not count a late decline as a late success', async () => {
  const [session, key] = [newSession(), newKey()];
  provider.declineCode = 'insufficient_funds';
  await giveUp(session, key);
  provider.release();
  const declined = { state: 'declined', late: false };
  await vi.waitFor(async () => expect(await books.row(key)).toMatchObject(declined), soon);
});

it('asks the provider about a failed charge when it is replayed', async () => {
  const [session, key] = [newSession(), newKey()];
  provider.behaviour = 'lose';
  expect(await refused(service.charge(session, key))).toMatchObject(late);
  provider.behaviour = 'well';
  await books.age(key, 60);
  const failed = { state: 'failed' };
  await vi.waitFor(async () => expect(await books.row(key)).toMatchObject(failed), soon);
  const neverReached = { status: 502, code: 'payment-provider-unreachable' };
  expect(await refused(service.replay(session, key))).toMatchObject(neverReached);

  const { amount, currency } = purchase.total;
  provider.charges.set(key, { id: 'ch_late', amount, currency, declineCode: null });
  provider.unable.add(key);
  expect(await refused(service.replay(session, key))).toMatchObject(neverReached);
  provider.unable.delete(key);
  expect((await charged(service.replay(session, key))).state).toBe('succeeded');
  expect(provider.attempts(key)).toBe(1);
});

it('marks a late success as duplicate if another charge has paid the cart', async () => {
  const session = newSession();
  const [slow, key] = [newKey(), newKey()];
  const request = { ...purchase, cart: newCart() };
  provider.behaviour = 'slow';
  expect(await refused(service.charge(session, slow, request, hurried))).toMatchObject(late);
  await vi.waitFor(() => expect(provider.attempts(slow)).toBe(1), soon);
  provider.behaviour = 'well';
  expect(await refused(service.charge(session, key, request))).toMatchObject({
    status: 409,
    code: 'payment-under-way',
    fields: ['cart'],
  });
  await books.age(slow, 60);
  await vi.waitFor(
    async () => expect(await books.row(slow)).toMatchObject({ state: 'failed' }),
    soon,
  );
  await charged(service.charge(session, key, request));
  provider.release();
  const duplicate = { state: 'succeeded', late: true, duplicate: true };
  await vi.waitFor(async () => expect(await books.row(slow)).toMatchObject(duplicate), soon);
});

it('resolves other charges while 50 cannot be looked up, and counts the unresolved ones', async () => {
  const stuck = Array.from({ length: 50 }, () => newKey());
  provider.behaviour = 'cut';
  for (const key of stuck) {
    await refused(service.charge(newSession(), key));
    provider.unable.add(key);
  }
  for (const key of stuck) await books.age(key, 3600);
  await expect.poll(() => service.sample('payments_unresolved'), soon).toBe(50);
  await reconciled();
  await expect
    .poll(() => service.sample('payments_unresolved_oldest_seconds'), soon)
    .toBeGreaterThan(3000);

  provider.unable.clear();
  for (const key of stuck) await books.age(key, 3600);
  await expect.poll(() => service.sample('payments_unresolved'), soon).toBe(0);
  expect(await service.sample('payments_unresolved_oldest_seconds')).toBe(0);
});
