import { type Static, Type } from 'typebox';
import type { Client } from './client';
import { Money } from './money';
import { route, withDefault } from './route';

export const ProductId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });

export const Product = Type.Object({
  id: ProductId,
  name: Type.String(),
  description: Type.String(),
  category: Type.String(),
  price: Money,
  imageUrl: Type.String(),
});
export type Product = Static<typeof Product>;

export const Category = Type.Object({
  id: Type.String(),
  name: Type.String(),
  products: Type.Integer({ minimum: 0 }),
});
export type Category = Static<typeof Category>;

const CategoryList = Type.Object({ items: Type.Array(Category) });

const paging = {
  page: withDefault(Type.Integer({ minimum: 1, maximum: 10_000 }), 1),
  size: withDefault(Type.Integer({ minimum: 1, maximum: 100 }), 24),
};

export const ListQuery = Type.Object({
  category: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,64}$' })),
  ...paging,
});
export type ListQuery = Static<typeof ListQuery>;

/** PostgreSQL's text cannot hold NUL. */
const searchText = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]+$' });

export const SearchQuery = Type.Object({ q: searchText, ...paging });
export type SearchQuery = Static<typeof SearchQuery>;

const SuggestionQuery = Type.Object({ q: searchText });

/** One page of a list. `page` counts from 1, `total` counts all pages' items. */
export const ProductPage = Type.Object({
  items: Type.Array(Product),
  page: Type.Integer(),
  size: Type.Integer(),
  total: Type.Integer(),
});
export type ProductPage = Static<typeof ProductPage>;

const ProductList = Type.Object({ items: Type.Array(Product) });

/** Product names similar to the search text, best first. */
const SuggestionList = Type.Object({ items: Type.Array(Type.String()) });

export const productRoutes = {
  list: route({
    method: 'GET',
    path: '/products',
    summary: 'A page of the catalogue, or of one category',
    querystring: ListQuery,
    response: { 200: ProductPage },
  }),
  readMany: route({
    method: 'GET',
    path: '/products/batch',
    summary: 'Those of the products that exist; ids are separated by commas',
    querystring: Type.Object({ ids: Type.String({ maxLength: 6500, pattern: '^[a-z0-9,-]*$' }) }),
    response: { 200: ProductList },
  }),
  read: route({
    method: 'GET',
    path: '/products/:id',
    summary: 'One product',
    params: Type.Object({ id: ProductId }),
    response: { 200: Product },
    problems: { 404: ['unknown-product'] },
    shownParameters: { id: 'app.product.id' },
  }),
  search: route({
    method: 'GET',
    path: '/search',
    summary: 'Full-text search, best match first',
    querystring: SearchQuery,
    response: { 200: ProductPage },
  }),
  suggest: route({
    method: 'GET',
    path: '/suggestions',
    summary: 'Product names close to what was typed',
    querystring: SuggestionQuery,
    response: { 200: SuggestionList },
  }),
  categories: route({
    method: 'GET',
    path: '/categories',
    summary: 'All categories',
    response: { 200: CategoryList },
  }),
};
export type ProductClient = Client<typeof productRoutes>;
