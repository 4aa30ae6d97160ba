import type { Category, Product, ProductPage } from '@faultline/contracts';
import { ask } from './ask.ts';
import { openPage } from './page.ts';
import { chance, pick } from './random.ts';
import type { Shopper } from './shopper.ts';

const pageSize = 12;

/** Enters the shop, sometimes by loading the page, and returns the categories that have products. */
export const enter = async (shopper: Shopper): Promise<Category[]> => {
  if (chance(shopper.random, 0.25)) await openPage(shopper);
  const step = { name: 'categories', endpoint: 'listCategories' } as const;
  const { items } = await ask(shopper, step, 200, shopper.guards.isCategoryList);
  const stocked = items.filter(({ products }) => products > 0);
  shopper.check('categories has products', stocked.length > 0, () => `${items.length} categories`);
  return stocked;
};

/** Enters and opens a category: what most visits start with. */
export const enterCategory = async (shopper: Shopper): Promise<Product[]> => {
  const categories = await enter(shopper);
  await shopper.think(1);
  return (await listCategory(shopper, pick(shopper.random, categories))).items;
};

/** `number` counts the pages from 1. */
export const listCategory = async (
  shopper: Shopper,
  category: Category,
  number = 1,
): Promise<ProductPage> => {
  const query = { category: category.id, page: number, size: pageSize };
  const page = await ask(
    shopper,
    { name: 'product-list', endpoint: 'listProducts', query },
    200,
    shopper.guards.isProductPage,
  );
  const strangers = page.items.filter((item) => item.category !== category.id);
  shopper.check(
    'product-list keeps to its category',
    strangers.length === 0,
    () => `${category.id} lists ${strangers.map(({ id }) => id).join(', ')}`,
  );
  const expected = Math.max(0, Math.min(pageSize, category.products - pageSize * (number - 1)));
  shopper.check(
    'product-list is complete',
    page.total === category.products && page.items.length === expected,
    () => `${page.items.length} of ${page.total}, expected ${expected} of ${category.products}`,
  );
  return page;
};

export const hasPageAfter = (category: Category, number: number): boolean =>
  category.products > number * pageSize;

/** Opens the page of a product that a list showed. */
export const readProduct = async (shopper: Shopper, listed: Product): Promise<Product> => {
  const step = { name: 'product', endpoint: 'readProduct', params: { id: listed.id } } as const;
  const product = await ask(shopper, step, 200, shopper.guards.isProduct);
  shopper.check(
    'product is the one listed',
    product.id === listed.id && product.price.amount === listed.price.amount,
    () => `${product.id} at ${product.price.amount}, not ${listed.id} at ${listed.price.amount}`,
  );
  return product;
};

export const searchFor = async (shopper: Shopper, text: string): Promise<ProductPage> => {
  const step = { name: 'search', endpoint: 'searchProducts', query: { q: text } } as const;
  const page = await ask(shopper, step, 200, shopper.guards.isProductPage);
  shopper.check(
    'search counts its results',
    page.items.length === Math.min(page.total, page.size),
    () => `${page.items.length} of ${page.total}, ${page.size} a page`,
  );
  return page;
};

/** Product names similar to the typed text, best first. */
export const suggestionsFor = async (shopper: Shopper, text: string): Promise<string[]> => {
  const step = { name: 'suggestions', endpoint: 'suggestNames', query: { q: text } } as const;
  return (await ask(shopper, step, 200, shopper.guards.isNameList)).items;
};
