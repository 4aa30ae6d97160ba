/*
 * The service level objectives. Imports nothing, because k6 loads this file itself.
 */
export const objectives = {
  /** Seconds within which 95 % of the requests get a response. */
  latency: 2,
  /** The ratio of requests that get a response within that time. */
  inTime: 0.99,
  /** The ratio of searches, and of checkouts, that do not fail. */
  searchSuccess: 0.995,
  checkoutSuccess: 0.995,
  /** The ratio of successful checks of each gateway: 99.99 %, which is an error budget of 259 s (4 min 19 s) per month. */
  availability: 0.9999,
  /** The maximum of payments per month that fail for reasons other than the shopper's card. */
  failedPayments: 500,
  /** The period of the budgets in seconds: 30 days. */
  month: 2_592_000,
} as const;
