import type {
  CategoryList,
  Checkout,
  CheckoutAnswer,
  Order,
  PricedCart,
  Product,
  ProductPage,
  SuggestionList,
} from '@faultline/contracts';
import { request } from './request';

/** The page gives a purchase this long (ms); the server itself needs up to about 5 s. */
export const checkoutPatience = 8_000;

export interface ListedPage {
  category?: string | undefined;
  page: number;
  size: number;
}

const segment = encodeURIComponent;

const queryOf = (values: Record<string, string | number | undefined>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.toString();
};

/** The shop's public API. `base` is the origin, empty for the page's own. Rejects with a Failure. */
export const shopAt = (base: string) => ({
  categories: (signal?: AbortSignal) => request<CategoryList>(`${base}/api/categories`, { signal }),
  products: ({ category, page, size }: ListedPage, signal?: AbortSignal) =>
    request<ProductPage>(`${base}/api/products?${queryOf({ category, page, size })}`, { signal }),
  product: (id: string, signal?: AbortSignal) =>
    request<Product>(`${base}/api/products/${segment(id)}`, { signal }),
  search: (q: string, page: number, size: number, signal?: AbortSignal) =>
    request<ProductPage>(`${base}/api/search?${queryOf({ q, page, size })}`, { signal }),
  suggestions: (q: string, signal?: AbortSignal) =>
    request<SuggestionList>(`${base}/api/suggestions?${queryOf({ q })}`, { signal }),
  cart: () => request<PricedCart>(`${base}/api/cart`),
  putCartItem: (productId: string, quantity: number) =>
    request<PricedCart>(`${base}/api/cart/items/${segment(productId)}`, {
      method: 'PUT',
      body: { quantity },
    }),
  removeCartItem: (productId: string) =>
    request<PricedCart>(`${base}/api/cart/items/${segment(productId)}`, { method: 'DELETE' }),
  checkout: (details: Checkout, idempotencyKey: string) =>
    request<CheckoutAnswer>(`${base}/api/checkout`, {
      method: 'POST',
      headers: { 'idempotency-key': idempotencyKey },
      body: details,
      patience: checkoutPatience,
    }),
  order: (id: string, signal?: AbortSignal) =>
    request<Order>(`${base}/api/orders/${segment(id)}`, { signal }),
});

export type Shop = ReturnType<typeof shopAt>;

/** The shop that served this page. */
export const shop: Shop = shopAt('');
