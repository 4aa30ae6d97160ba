import { gunzipSync } from 'node:zlib';
import { type TestFaults, testFaults } from '@faultline/faults/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductFixture, startProduct } from './fixture';

let store: Store;
let faults: TestFaults;
let product: ProductFixture;

const soon = { timeout: 20_000, interval: 50 };

const switchTo: TestFaults['switchTo'] = (...fault) => faults.switchTo(...fault);

beforeAll(async () => {
  store = await withPostgres();
  faults = await testFaults();
  product = await startProduct(store.url, { FAULTS_FILE: faults.file });
});
afterAll(async () => {
  await product?.stop();
  await store?.stop();
  await faults?.remove();
});

const status = async (path: string, query?: Record<string, string>) =>
  (await product.ask(path, query)).status;

const queries = async (): Promise<number> => {
  const page = await product.metrics();
  return page
    .split('\n')
    .filter((line) => line.startsWith('db_client_operation_duration_seconds_count'))
    .reduce((sum, line) => sum + Number(line.split('} ')[1]?.split(' ')[0]), 0);
};

describe('a fault of product', () => {
  it('breaks the search, and only while it is on', async () => {
    expect(await status('/search', { q: 'pan' })).toBe(200);
    await switchTo('searchSql');
    await expect.poll(() => status('/search', { q: 'pan' }), soon).toBe(500);
    expect(await status('/products')).toBe(200);
    await switchTo();
    await expect.poll(() => status('/search', { q: 'pan' }), soon).toBe(200);
  });

  it('breaks the page of one product', async () => {
    const [one = '', other] = (await product.list()).items.map(({ id }) => id);
    await switchTo('productItem', { product: one });
    await expect.poll(() => status(`/products/${one}`), soon).toBe(500);
    expect(await status(`/products/${other}`)).toBe(200);
    await switchTo();
    await expect.poll(() => status(`/products/${one}`), soon).toBe(200);
  });

  it('queries the database once per row of a list', async () => {
    const asked = async () => {
      const before = await queries();
      await product.list({ query: { size: 10 } });
      return (await queries()) - before;
    };
    expect(await asked()).toBe(1);
    await switchTo('listNPlusOne');
    await expect.poll(asked, soon).toBe(11);
    await switchTo();
    await expect.poll(asked, soon).toBe(1);
  });

  it('is found in a CPU profile', async () => {
    const [id] = (await product.list()).items.map((item) => item.id);
    await switchTo('productCalculation', { rate: 100, cpuTime: 500 });
    await expect.poll(() => status(`/products/${id}`), soon).toBe(500);
    // A busy machine may serve nothing in the seconds of one profile.
    const isInProfile = async () => {
      const profiling = fetch(`${product.adminUrl}/debug/pprof/profile?seconds=2`);
      for (let request = 0; request < 4; request += 1) await status(`/products/${id}`);
      const profile = gunzipSync(Buffer.from(await (await profiling).arrayBuffer()));
      return profile.includes('estimateDelivery');
    };
    await expect.poll(isInProfile, soon).toBe(true);
    await switchTo();
    await expect.poll(() => status(`/products/${id}`), soon).toBe(200);
  });

  it('takes all connections of the database, and releases them', async () => {
    await switchTo('productConnections');
    await expect.poll(() => status('/products'), soon).toBe(503);
    await switchTo();
    await expect.poll(() => status('/products'), soon).toBe(200);
  });

  it('locks the products, and releases the lock', async () => {
    const took = async () => {
      const start = performance.now();
      await product.list();
      return performance.now() - start;
    };
    await switchTo('lockContention', { lockTime: 1000 });
    await expect.poll(took, soon).toBeGreaterThan(300);
    await switchTo();
    await expect.poll(took, soon).toBeLessThan(300);
  });
});
