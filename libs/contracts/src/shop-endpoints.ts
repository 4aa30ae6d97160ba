// Generated from shop.ts by npm run generate. Without imports, as k6 and the storefront load it as it is.

/** The method and the path of each route of the public API. */
export const shopEndpoints = {
  listCategories: { method: 'GET', path: '/api/categories' },
  listProducts: { method: 'GET', path: '/api/products' },
  readProduct: { method: 'GET', path: '/api/products/:id' },
  searchProducts: { method: 'GET', path: '/api/search' },
  suggestNames: { method: 'GET', path: '/api/suggestions' },
  readCart: { method: 'GET', path: '/api/cart' },
  putCartItem: { method: 'PUT', path: '/api/cart/items/:productId' },
  removeCartItem: { method: 'DELETE', path: '/api/cart/items/:productId' },
  clearCart: { method: 'DELETE', path: '/api/cart' },
  checkout: { method: 'POST', path: '/api/checkout' },
  readOrder: { method: 'GET', path: '/api/orders/:id' },
} as const;
