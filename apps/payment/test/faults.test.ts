import { type TestFaults, testFaults } from '@faultline/faults/testing';
import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openBooks } from './books';
import { card, charged, newKey, newSession, type PaymentFixture, startPayment } from './fixture';

let store: Store;
let faults: TestFaults;
let service: PaymentFixture;

const soon = { timeout: 20_000, interval: 50 };

const switchTo: TestFaults['switchTo'] = (...fault) => faults.switchTo(...fault);

beforeAll(async () => {
  store = await withPostgres();
  faults = await testFaults();
  service = await startPayment({ DATABASE_URL: store.url, FAULTS_FILE: faults.file });
});
afterAll(async () => {
  await service?.stop();
  await store?.stop();
  await faults?.remove();
});
beforeEach(() => switchTo());

const status = async (key = newKey()) => (await service.charge(newSession(), key)).status;

describe('a fault of payment', () => {
  it('refuses connections to the provider, and the same key succeeds when it is over', async () => {
    await switchTo('payment', { rate: 100 });
    await expect.poll(() => status(), soon).toBe(502);
    const [session, key] = [newSession(), newKey()];
    expect(await refused(service.charge(session, key))).toMatchObject({
      code: 'payment-provider-unreachable',
    });
    expect(service.log()).toContain('ECONNREFUSED');
    await switchTo();
    await expect.poll(() => status(), soon).toBe(201);
    expect((await charged(service.charge(session, key))).state).toBe('succeeded');
  });

  it('delays responses, and charges once', async () => {
    await switchTo('slowPayment', { rate: 100, latency: 1500 });
    const took = async () => {
      const start = performance.now();
      expect(await status()).toBe(201);
      return performance.now() - start;
    };
    await expect.poll(took, soon).toBeGreaterThan(1400);
    const [session, key] = [newSession(), newKey()];
    const hurried = { 'x-request-timeout-ms': '500' };
    const first = await service.charge(session, key, undefined, hurried);
    expect(first.status).toBe(504);
    const again = await charged(service.charge(session, key));
    expect(again.state).toBe('succeeded');
    expect((await charged(service.charge(session, key))).id).toBe(again.id);
    await switchTo();
    await expect.poll(took, soon).toBeLessThan(1400);
  });

  it('leaves no charge unresolved while responses are delayed, and causes no late success', async () => {
    const impatient = await startPayment({
      DATABASE_URL: store.url,
      FAULTS_FILE: faults.file,
      PROVIDER_TIMEOUT_MS: '300',
      RECONCILE_AFTER_MS: '1000',
    });
    const books = openBooks(store.url);
    onTestFinished(async () => {
      await impatient.stop();
      await books.close();
    });
    await switchTo('slowPayment', { rate: 100, latency: 1500 });
    let key = '';
    const charge = () => {
      key = newKey();
      return impatient.charge(newSession(), key);
    };
    await expect.poll(async () => (await charge()).status, soon).toBe(504);
    // No shopper comes back: reconciliation asks the provider, which answers that at once.
    await expect
      .poll(() => books.row(key), soon)
      .toMatchObject({ state: 'succeeded', late: false });
    await expect.poll(() => impatient.sample('payments_unresolved'), soon).toBe(0);
    expect(await impatient.sample('payments_late_total')).toBe(0);
  });

  it('logs a test card number', async () => {
    expect(await status()).toBe(201);
    expect(service.log()).not.toContain('payment-charge-requested');
    await switchTo('logLeak');
    await expect
      .poll(async () => {
        await status();
        return service.log();
      }, soon)
      .toMatch(/"card":"4111111111111111".*payment-charge-requested/);
    expect(service.log()).not.toContain(card.number);
  });
});
