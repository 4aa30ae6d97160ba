import type { Product } from '@faultline/contracts';
import { categories, products } from '@faultline/product-catalog';
import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductFixture, startProduct } from './fixture';

let store: Store;
let service: ProductFixture;

beforeAll(async () => {
  store = await withPostgres();
  service = await startProduct(store.url);
});

afterAll(async () => {
  await service?.stop();
  await store?.stop();
});

const first = products[0];
if (!first) throw new Error('the catalogue is empty');

const allPages = async (size: number, query: { category?: string } = {}): Promise<Product[]> => {
  const items: Product[] = [];
  for (let page = 1; ; page += 1) {
    const response = await service.list({ query: { ...query, page, size } });
    if (response.items.length === 0) return items;
    items.push(...response.items);
  }
};

describe('the catalogue', () => {
  it('has at least 120 products in at least 8 categories, none of them empty', async () => {
    const { items } = await service.categories();
    expect(items.length).toBeGreaterThanOrEqual(8);
    expect(items.map(({ id }) => id)).toEqual(categories.map(({ id }) => id));
    for (const category of items) expect(category.products).toBeGreaterThan(0);
    const total = items.reduce((sum, category) => sum + category.products, 0);
    expect(total).toBeGreaterThanOrEqual(120);
    expect((await service.list()).total).toBe(total);
  });

  it('is paged in the order of the shop, without missing or repeated products', async () => {
    expect(await allPages(7)).toEqual(products);
    expect(await allPages(100)).toEqual(products);
  });

  it('has 24 products per page by default', async () => {
    const response = await service.list();
    expect(response).toMatchObject({ page: 1, size: 24, total: products.length });
    expect(response.items).toEqual(products.slice(0, 24));
  });

  it('is empty past its last page, with the right total', async () => {
    expect(await service.list({ query: { page: 10_000, size: 100 } })).toEqual({
      items: [],
      page: 10_000,
      size: 100,
      total: products.length,
    });
  });

  it.each([
    ['page', '0'],
    ['page', '-1'],
    ['page', '10001'],
    ['page', '1.5'],
    ['page', 'first'],
    ['size', '0'],
    ['size', '101'],
    ['category', "kitchen' or 'a'='a"],
    ['category', 'kitchen\u0000'],
  ])('is not shown for %s=%s', async (field, value) => {
    expect(await refused(service.ask('/products', { [field]: value }))).toMatchObject({
      status: 400,
      fields: [field],
    });
  });
});

describe('a category', () => {
  it.each(categories.map(({ id }) => id))('%s has its own products and no others', async (id) => {
    const own = products.filter(({ category }) => category === id);
    expect(await allPages(5, { category: id })).toEqual(own);
    expect((await service.list({ query: { category: id } })).total).toBe(own.length);
  });

  it('that does not exist is empty', async () => {
    const response = await service.list({ query: { category: 'unicorns' } });
    expect(response).toMatchObject({ items: [], total: 0 });
  });
});

describe('a product', () => {
  it('is read by its id', async () => {
    expect(await service.read({ params: { id: first.id } })).toEqual(first);
  });

  it('that does not exist is a 404 with the name of the field', async () => {
    expect(await refused(service.get('/products/unicorn'))).toEqual({
      status: 404,
      code: 'unknown-product',
      fields: ['id'],
    });
  });

  it.each(['UPPER', 'with%20space', '-dash', '%00', 'p'.repeat(65), "'%20or%201=1"])(
    'is not read by the malformed id %s',
    async (id) => {
      expect(await refused(service.get(`/products/${id}`))).toMatchObject({
        status: 400,
        fields: ['id'],
      });
    },
  );
});

describe('a batch of products', () => {
  const batch = async (ids: readonly string[]) =>
    (await service.readMany({ query: { ids: ids.join(',') } })).items;
  const byId = (a: Product, b: Product) => a.id.localeCompare(b.id);

  it('contains existing products, each once', async () => {
    const wanted = products.slice(0, 50);
    const ids = [...wanted.map(({ id }) => id), 'unicorn', first.id];
    expect((await batch(ids)).sort(byId)).toEqual([...wanted].sort(byId));
  });

  it('without ids is empty', async () => {
    expect(await batch([])).toEqual([]);
    expect(await batch([',', ''])).toEqual([]);
  });

  it.each(["a' or 'a'='a", 'a\u0000b', 'a'.repeat(6501)])('is refused for ids %#', async (ids) => {
    expect(await refused(service.ask('/products/batch', { ids }))).toMatchObject({
      status: 400,
      fields: ['ids'],
    });
  });
});
