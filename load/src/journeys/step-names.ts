const names = [
  'page',
  'asset',
  'categories',
  'product-list',
  'product',
  'search',
  'suggestions',
  'cart',
  'cart-put',
  'cart-remove',
  'cart-clear',
  'checkout',
  'checkout-declined',
  'order',
] as const;

/** What a request is called in results. */
export type StepName = (typeof names)[number];

/** All that journeys ask of the shop. */
export const stepNames: readonly StepName[] = names;
