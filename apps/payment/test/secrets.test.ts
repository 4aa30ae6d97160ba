import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Books, openBooks } from './books';
import {
  card,
  charged,
  newKey,
  newSession,
  type PaymentFixture,
  purchase,
  startPayment,
} from './fixture';
import { type Provider, startProvider } from './fixtures/provider';

const declinedNumber = '4000000000000002';
const impossibleNumber = '4242424242424241';
const session = newSession();

let store: Store;
let books: Books;
let provider: Provider;
let services: PaymentFixture[] = [];

beforeAll(async () => {
  store = await withPostgres();
  books = openBooks(store.url);
  provider = await startProvider();
  services = [
    await startPayment({ DATABASE_URL: store.url }),
    await startPayment({ DATABASE_URL: store.url, PAYMENT_PROVIDER_URL: provider.url }),
  ];
});

afterAll(async () => {
  for (const service of services) await service.stop();
  await books?.close();
  await store?.stop();
});

/** Lets every way happen in which a charge may end. */
const payInEveryWay = async (sandbox: PaymentFixture, faulty: PaymentFixture): Promise<void> => {
  const withNumber = (number: string) => ({ ...purchase, card: { ...card, number } });
  const key = newKey();
  const { orderId } = await charged(sandbox.charge(session, key));
  await charged(sandbox.replay(session, key));
  await sandbox.readOrder(session, orderId);
  await refused(sandbox.charge(session, newKey(), withNumber(declinedNumber)));
  await refused(sandbox.charge(session, newKey(), withNumber(impossibleNumber)));
  await refused(sandbox.charge(session, key, withNumber(declinedNumber)));
  await refused(sandbox.charge(session, newKey(), { ...purchase, email: [purchase.email] }));
  provider.behaviour = 'cut';
  await refused(faulty.charge(session, newKey()));
  await provider.refuse();
  await refused(faulty.charge(session, newKey()));
};

it('shows nothing about the payer in log lines, metrics and the ledger', async () => {
  const [sandbox, faulty] = services;
  if (!sandbox || !faulty) throw new Error('the services did not start');
  await payInEveryWay(sandbox, faulty);

  const last = 'the-last-request';
  await sandbox.charge(session, newKey(), purchase, { 'x-request-id': last });
  await vi.waitFor(() => expect(sandbox.log()).toContain(last), 10_000);
  const shown = {
    'log lines': sandbox.log() + faulty.log(),
    metrics: (await sandbox.metrics()) + (await faulty.metrics()),
    ledger: await books.dump(),
  };
  expect(shown['log lines']).toContain('payment-charge-succeeded');
  expect(shown.metrics).toContain('payments_total');
  expect(shown.ledger.split('\n')).toHaveLength(5);

  const secrets = [card.number, declinedNumber, impossibleNumber, purchase.email, session];
  // Four digits may stand in a UUID or a duration by chance; a CVC would stand by itself.
  const cvc = new RegExp(`(?<![\\w.-])${card.cvc}(?![\\w.-])`);
  for (const [place, text] of Object.entries(shown)) {
    for (const secret of secrets)
      expect(text.includes(secret), `${secret} in the ${place}`).toBe(false);
    expect(cvc.test(text), `the CVC in the ${place}`).toBe(false);
    expect(/"cvc"|shopper/i.test(text), `the payer in the ${place}`).toBe(false);
  }
});
