// Without imports, as the storefront loads it as it is.

/** The addresses of the storefront, all of which web-gateway answers with one page. */
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

/** The files of the storefront, and what leads nowhere. */
export const filePattern = '/*' as const;
