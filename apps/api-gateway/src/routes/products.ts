import type { ProductClient } from '@faultline/contracts';
import type { ShopHandlers } from './shop-handlers';

type CatalogueRoute =
  | 'listCategories'
  | 'listProducts'
  | 'readProduct'
  | 'searchProducts'
  | 'suggestNames';

export const catalogueHandlers = (products: ProductClient): ShopHandlers<CatalogueRoute> => ({
  listCategories: () => products.categories(),
  listProducts: ({ query }) => products.list({ query }),
  readProduct: ({ params }) => products.read({ params }),
  searchProducts: ({ query }) => products.search({ query }),
  suggestNames: ({ query }) => products.suggest({ query }),
});
