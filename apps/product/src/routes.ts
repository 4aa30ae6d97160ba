import {
  CategoryList,
  ListQuery,
  Product,
  ProductId,
  ProductList,
  ProductPage,
  SearchQuery,
  SuggestionList,
  SuggestionQuery,
} from '@faultline/contracts';
import { notFound, type Routes } from '@faultline/service';
import { Type } from 'typebox';
import type { ProductRepository } from './product-repository';

const listProducts = {
  summary: 'A page of the catalogue, or of one category',
  querystring: ListQuery,
  response: { 200: ProductPage },
};
const readBatch = {
  summary: 'Those of the products that exist; ids are separated by commas',
  querystring: Type.Object({ ids: Type.String({ maxLength: 6500, pattern: '^[a-z0-9,-]*$' }) }),
  response: { 200: ProductList },
};
const readProduct = {
  summary: 'One product',
  params: Type.Object({ id: ProductId }),
  response: { 200: Product },
};
const searchProducts = {
  summary: 'Full-text search, best match first',
  querystring: SearchQuery,
  response: { 200: ProductPage },
};
const suggestNames = {
  summary: 'Product names close to what was typed',
  querystring: SuggestionQuery,
  response: { 200: SuggestionList },
};
const listCategories = { summary: 'All categories', response: { 200: CategoryList } };

export const productRoutes: Routes<{ products: ProductRepository }> = async (app, { products }) => {
  app.get('/products', { schema: listProducts }, ({ query }) => products.list(query));

  app.get('/products/batch', { schema: readBatch }, async ({ query }) => ({
    items: await products.readMany(query.ids.split(',')),
  }));

  const shown = { shownParameters: { id: 'app.product.id' } };
  app.get('/products/:id', { schema: readProduct, config: shown }, async ({ params }) => {
    const product = await products.read(params.id);
    if (!product) throw notFound('unknown-product', 'id', `There is no product ${params.id}.`);
    return product;
  });

  app.get('/search', { schema: searchProducts }, ({ query }) => products.search(query));

  app.get('/suggestions', { schema: suggestNames }, async ({ query }) => ({
    items: await products.suggest(query.q),
  }));

  app.get('/categories', { schema: listCategories }, async () => ({
    items: await products.categories(),
  }));
};
