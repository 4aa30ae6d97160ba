import type { Options } from 'k6/options';

/** What all scenarios have in common. */
export const sharedOptions = {
  // A request that gets no response is an error to catch, rather than a line in the log for each.
  throw: true,
  // Shoppers share no connections; so the load spreads over all instances of the shop.
  noVUConnectionReuse: true,
  // Few labels with few values each: no addresses, no texts of errors.
  systemTags: [
    'scenario',
    'name',
    'method',
    'status',
    'error_code',
    'expected_response',
    'check',
    // There are no groups, but without this one the summary lists no checks.
    'group',
  ],
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max', 'count'],
} satisfies Options;
