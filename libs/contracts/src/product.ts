import { type Static, Type } from 'typebox';
import type { HttpCaller } from './http-caller';
import { Money } from './money';

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

export const CategoryList = Type.Object({ items: Type.Array(Category) });
export type CategoryList = Static<typeof CategoryList>;

const paging = {
  page: Type.Integer({ minimum: 1, maximum: 10_000, default: 1 }),
  size: Type.Integer({ minimum: 1, maximum: 100, default: 24 }),
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

export const SuggestionQuery = Type.Object({ q: searchText });
export type SuggestionQuery = Static<typeof SuggestionQuery>;

/** One page of a list. `page` counts from 1, `total` counts all pages' items. */
export const ProductPage = Type.Object({
  items: Type.Array(Product),
  page: Type.Integer(),
  size: Type.Integer(),
  total: Type.Integer(),
});
export type ProductPage = Static<typeof ProductPage>;

export const ProductList = Type.Object({ items: Type.Array(Product) });
export type ProductList = Static<typeof ProductList>;

/** Product names close to what was typed, best first. */
export const SuggestionList = Type.Object({ items: Type.Array(Type.String()) });
export type SuggestionList = Static<typeof SuggestionList>;

export interface ProductClient {
  list(query: ListQuery): Promise<ProductPage>;
  read(id: string): Promise<Product>;
  /** Those of the products that exist, in no particular order. */
  readMany(ids: readonly string[]): Promise<ProductList>;
  search(query: SearchQuery): Promise<ProductPage>;
  suggest(text: string): Promise<SuggestionList>;
  categories(): Promise<CategoryList>;
}

export const productClient = (http: HttpCaller): ProductClient => ({
  list: (query) => http.call({ method: 'GET', route: '/products', query, answer: ProductPage }),
  read: (id) => http.call({ method: 'GET', route: '/products/:id', path: { id }, answer: Product }),
  readMany: (ids) =>
    http.call({
      method: 'GET',
      route: '/products/batch',
      query: { ids: ids.join(',') },
      answer: ProductList,
    }),
  search: (query) => http.call({ method: 'GET', route: '/search', query, answer: ProductPage }),
  suggest: (q) =>
    http.call({ method: 'GET', route: '/suggestions', query: { q }, answer: SuggestionList }),
  categories: () => http.call({ method: 'GET', route: '/categories', answer: CategoryList }),
});
