import { products } from '@faultline/product-catalog';
import { type Store, withPostgres } from '@faultline/stores';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProduct } from './fixture';

let store: Store;
let database: Pool;

beforeAll(async () => {
  store = await withPostgres();
  database = new Pool({ connectionString: store.url, max: 2 });
  // The server stops before the pool's idle connections know of it.
  database.on('error', () => undefined);
});

afterAll(async () => {
  await database?.end();
  await store?.stop();
});

const startAndStop = async (): Promise<void> => {
  const service = await startProduct(store.url);
  await service.stop();
};

const rows = async (table: string): Promise<unknown[]> =>
  (await database.query(`select * from ${table} order by 1`)).rows;

const everything = async () => ({
  migrations: await rows('migrations'),
  categories: await rows('categories'),
  products: await rows('products'),
});

// The tests follow each other: each starts the service once more on the same database.
it('inserts the assortment into an empty database', async () => {
  await startAndStop();
  const { migrations, products: shelved } = await everything();
  expect(migrations).toMatchObject([{ name: '001_products' }, { name: '002_search' }]);
  expect(shelved).toHaveLength(products.length);
});

it('changes nothing at the next start', async () => {
  await startAndStop();
  const before = await everything();
  await startAndStop();
  expect(await everything()).toEqual(before);
});

it('updates the database to the assortment', async () => {
  await startAndStop();
  const before = await everything();
  await database.query(`insert into categories values ('old', 'Old', 99)`);
  await database.query(
    `insert into products (id, name, description, category, price_amount, price_currency,
       image_url, position)
     values ('floppy', 'Floppy', 'Not made any more.', 'old', 100, 'EUR', '/floppy.svg', 999)`,
  );
  await database.query('update products set price_amount = price_amount + 1, category = $1', [
    'old',
  ]);
  await startAndStop();
  expect(await everything()).toEqual(before);
});

it('lets two instances start at the same time', async () => {
  await startAndStop();
  const before = await everything();
  const instances = await Promise.all([startProduct(store.url), startProduct(store.url)]);
  for (const service of instances) {
    expect((await service.list()).total).toBe(products.length);
    await service.stop();
  }
  expect(await everything()).toEqual(before);
});
