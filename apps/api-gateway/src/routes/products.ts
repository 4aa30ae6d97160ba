import {
  CategoryList,
  ListQuery,
  Product,
  type ProductClient,
  ProductId,
  ProductPage,
  SearchQuery,
  SuggestionList,
  SuggestionQuery,
} from '@faultline/contracts';
import type { Routes } from '@faultline/service';
import { Type } from 'typebox';

const listCategories = { summary: 'All categories', response: { 200: CategoryList } };
const listProducts = {
  summary: 'A page of the catalogue, or of one category',
  querystring: ListQuery,
  response: { 200: ProductPage },
};
const readProduct = {
  summary: 'One product',
  params: Type.Object({ id: ProductId }),
  response: { 200: Product },
};
const search = {
  summary: 'Full-text search, best match first',
  querystring: SearchQuery,
  response: { 200: ProductPage },
};
const suggest = {
  summary: 'Product names close to what was typed',
  querystring: SuggestionQuery,
  response: { 200: SuggestionList },
};

export const productRoutes: Routes<{ products: ProductClient }> = async (app, { products }) => {
  app.get('/api/categories', { schema: listCategories }, () => products.categories());
  app.get('/api/products', { schema: listProducts }, ({ query }) => products.list(query));
  app.get('/api/products/:id', { schema: readProduct }, ({ params }) => products.read(params.id));
  app.get('/api/search', { schema: search }, ({ query }) => products.search(query));
  app.get('/api/suggestions', { schema: suggest }, ({ query }) => products.suggest(query.q));
};
