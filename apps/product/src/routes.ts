import { productRoutes } from '@faultline/contracts';
import { type Handlers, problemOf } from '@faultline/service';
import type { ProductRepository } from './product-repository';

export const productHandlers = (products: ProductRepository): Handlers<typeof productRoutes> => ({
  list: ({ query }) => products.list(query),
  readMany: async ({ query }) => ({ items: await products.readMany(query.ids.split(',')) }),
  read: async ({ params: { id } }) => {
    const product = await products.read(id);
    if (product) return product;
    const detail = `There is no product ${id}.`;
    throw problemOf(productRoutes.read, 'unknown-product', detail, { field: 'id' });
  },
  search: ({ query }) => products.search(query),
  suggest: async ({ query }) => ({ items: await products.suggest(query.q) }),
  categories: async () => ({ items: await products.categories() }),
});
