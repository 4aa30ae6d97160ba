/*
 * What the requests of the shoppers' journeys are called in results: each keeps the latency objective by
 * itself. k6 loads this file as it is, so it imports nothing.
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
