import type {
  Checkout,
  RequestOf,
  ResponseOf,
  ShopEndpoint,
  ShopRoutes,
} from '@faultline/contracts';
import {
  type Guard,
  isCategoryList,
  isCheckoutResponse,
  isNameList,
  isOrder,
  isPricedCart,
  isProduct,
  isProductPage,
} from '@faultline/contracts/guards';
import { shopEndpoints } from '@faultline/contracts/shop-endpoints';
import { targetOf } from '@faultline/contracts/target';
import { request, type ShopRequest } from './request';

/** The page's timeout of a purchase in milliseconds; the server itself needs up to about 5 s. */
const checkoutPatience = 8_000;

export interface ListedPage {
  category?: string | undefined;
  page: number;
  size: number;
}

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The shop's public API. `base` is the origin, empty for the page's own. Rejects with a Failure. */
export const shopAt = (base: string) => {
  /** Sends a request whose parameters and response have the types of the route's record. */
  const ask = <Name extends ShopEndpoint>(
    name: Name,
    isResponse: Guard<ResponseOf<ShopRoutes[Name]>>,
    parts: Parts & RequestOf<ShopRoutes[Name]>,
    options?: Pick<ShopRequest, 'signal' | 'patience'>,
  ): Promise<ResponseOf<ShopRoutes[Name]>> => {
    const { method, path } = shopEndpoints[name];
    const { params, query, headers, body }: Parts = parts;
    const url = base + targetOf(path, { params, query });
    return request(url, isResponse, { method, body, ...(headers && { headers }), ...options });
  };

  return {
    categories: (signal?: AbortSignal) => ask('listCategories', isCategoryList, {}, { signal }),
    products: ({ category, page, size }: ListedPage, signal?: AbortSignal) => {
      const query = { ...(category !== undefined && { category }), page, size };
      return ask('listProducts', isProductPage, { query }, { signal });
    },
    product: (id: string, signal?: AbortSignal) =>
      ask('readProduct', isProduct, { params: { id } }, { signal }),
    search: (q: string, page: number, size: number, signal?: AbortSignal) =>
      ask('searchProducts', isProductPage, { query: { q, page, size } }, { signal }),
    suggestions: (q: string, signal?: AbortSignal) =>
      ask('suggestNames', isNameList, { query: { q } }, { signal }),
    cart: () => ask('readCart', isPricedCart, {}),
    putCartItem: (productId: string, quantity: number) =>
      ask('putCartItem', isPricedCart, { params: { productId }, body: { quantity } }),
    removeCartItem: (productId: string) =>
      ask('removeCartItem', isPricedCart, { params: { productId } }),
    checkout: (body: Checkout, idempotencyKey: string) =>
      ask(
        'checkout',
        isCheckoutResponse,
        { headers: { 'idempotency-key': idempotencyKey }, body },
        { patience: checkoutPatience },
      ),
    order: (id: string, signal?: AbortSignal) =>
      ask('readOrder', isOrder, { params: { id } }, { signal }),
  };
};

export type Shop = ReturnType<typeof shopAt>;

/** The shop that served this page. */
export const shop: Shop = shopAt('');
