/*
 * What the shop promises its shoppers. k6 loads this file as it is, so it imports nothing.
 */
export const objectives = {
  /** Seconds: 95 % of the requests are answered faster. */
  latency: 2,
  /** The ratio of requests that do not fail: 99.99 %, or all but five minutes a month. */
  availability: 0.9999,
  /** Payments that may fail in a month, for reasons other than the shopper's card. */
  failedPayments: 500,
  /** Seconds in the month that these budgets are for: 30 days. */
  month: 2_592_000,
} as const;
