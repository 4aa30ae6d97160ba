/*
 * The names of the journeys' requests in results. The latency objective applies to each of them.
 * Imports nothing, because k6 loads this file itself.
 */
export const journeySteps = [
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

export type JourneyStep = (typeof journeySteps)[number];
