// Imports nothing, because the storefront loads this file itself.

/** The paths of the storefront, for all of which web-gateway serves the same page. */
export const pages = {
  home: '/',
  products: '/products',
  product: '/products/:id',
  category: '/category/:id',
  search: '/search',
  cart: '/cart',
  checkout: '/checkout',
  order: '/orders/:id',
} as const;

/** The route pattern of all other paths: files of the storefront, and unknown paths. */
export const filePattern = '/*' as const;
