import type { ServiceName } from '@faultline/topology';
import type { MetricCondition } from './conditions';
import {
  fewestRequests as atLeast,
  fewestCompared as enough,
  failedShare,
  notFollowing,
  overLatencyObjective,
  served,
  stored,
  evaluationWindow as window,
} from './rule-terms';

export interface Alert {
  /** Two kinds: somebody is woken up, or somebody looks at it in the morning. */
  priority: 'page' | 'ticket';
  summary: string;
  when: MetricCondition | LogCondition;
}

/** A line that holds something is logged. */
export interface LogCondition {
  kind: 'logged';
  service: ServiceName;
  /** A run of digits that passes the Luhn check. */
  cardNumber: true;
}

/** The alerts, by name, over the metrics that every service has. */
export const alerts = {
  ApiGatewayDown: {
    priority: 'page',
    summary: 'The shop does not answer',
    when: { kind: 'absent', service: 'api-gateway' },
  },
  PaymentsFailing: {
    priority: 'page',
    summary: 'Payments fail for a reason that is not the shopper’s',
    when: {
      kind: 'ratio',
      of: { service: 'payment', metric: 'payments_total', labels: { outcome: 'failed' } },
      to: { service: 'payment', metric: 'payments_total' },
      window: 30,
      above: 0.05,
      atLeast,
    },
  },
  PaymentsSlow: {
    priority: 'page',
    summary: 'The payment provider takes longer than 2 s',
    when: {
      kind: 'quantile',
      of: {
        service: 'payment',
        metric: 'http_client_request_duration_seconds',
        labels: { server_address: 'payment-provider' },
      },
      q: 0.95,
      window: 30,
      above: 2,
    },
  },
  PaymentsUnsettled: {
    priority: 'page',
    summary: 'The provider has not said for ten minutes whether a charge went through',
    // Reconciliation asks again after four minutes at the latest: it has asked twice since the provider is back.
    when: {
      kind: 'gauge',
      of: { service: 'payment', metric: 'payments_unsettled_oldest_seconds' },
      above: 600,
    },
  },
  PaymentsSucceededLate: {
    priority: 'ticket',
    summary: 'A charge succeeded after its shopper was told that it had failed',
    // Any at all: a single one within a window is more than this.
    when: {
      kind: 'rate',
      of: { service: 'payment', metric: 'payments_late_total' },
      window: 30,
      above: 0.0001,
    },
  },
  ProductFailing: {
    priority: 'page',
    summary: 'More than 5 % of the requests to product fail',
    when: failedShare({ service: 'product', above: 0.05, atLeast }),
  },
  ProductSlow: {
    priority: 'page',
    summary: 'The p95 of product is over the objective of 2 s',
    when: overLatencyObjective('product'),
  },
  ProductPageFailing: {
    priority: 'ticket',
    summary: 'Some product pages fail',
    when: failedShare({ service: 'product', route: '/products/:id', window: 30, above: 0.005 }),
  },
  ProductBusy: {
    priority: 'ticket',
    // It needs a twentieth, and a busy machine may not let it have more than a third.
    summary: 'product uses more than a quarter of a core',
    when: {
      kind: 'rate',
      of: { service: 'product', metric: 'process_cpu_seconds_total' },
      window: 15,
      above: 0.25,
    },
  },
  ProductConnectionsExhausted: {
    priority: 'page',
    summary: 'product gets no connection to its database',
    when: {
      kind: 'ratio',
      of: {
        service: 'product',
        metric: `${stored}_count`,
        labels: { db_namespace: 'product-data', error_type: '53300' },
      },
      to: {
        service: 'product',
        metric: `${stored}_count`,
        labels: { db_namespace: 'product-data' },
      },
      window,
      above: 0.05,
    },
  },
  SearchFailing: {
    priority: 'page',
    summary: 'Search fails',
    when: failedShare({ service: 'product', route: '/search', window: 30, above: 0.05 }),
  },
  QueriesPerListHigh: {
    priority: 'ticket',
    summary: 'A product list makes many queries',
    // One query a request is right; those that fail belong to another alert.
    when: {
      kind: 'ratio',
      of: {
        service: 'product',
        metric: `${stored}_count`,
        labels: {
          db_namespace: 'product-data',
          db_operation_name: 'SELECT',
          db_collection_name: 'products',
          error_type: '',
        },
      },
      to: {
        service: 'product',
        metric: `${served}_count`,
        labels: { http_route: '/products|search|suggestions/' },
      },
      window,
      above: 2,
      atLeast: enough,
    },
  },
  ProductCallsHigh: {
    priority: 'ticket',
    summary: 'product gets more requests than its callers have',
    // What product refuses is asked for once more, and is no storm.
    when: {
      kind: 'ratio',
      of: {
        service: 'product',
        metric: `${served}_count`,
        labels: { http_route: '/products', http_response_status_code: '/^2/' },
      },
      to: {
        service: 'api-gateway',
        metric: `${served}_count`,
        labels: { http_route: '/api/products' },
      },
      window,
      above: 1.3,
      atLeast: enough,
    },
  },
  CartsNotCleared: {
    priority: 'page',
    summary: 'Carts stay full after a purchase',
    when: failedShare({
      service: 'cart',
      route: '/cart/bought',
      method: 'POST',
      window: 30,
      above: 0.05,
    }),
  },
  CartDataSlow: {
    priority: 'page',
    summary: 'cart-data takes longer than half a second',
    when: {
      kind: 'quantile',
      of: { service: 'cart', metric: stored, labels: { db_namespace: 'cart-data' } },
      q: 0.9,
      window,
      above: 0.5,
    },
  },
  CartReplicaBehind: {
    priority: 'page',
    summary: 'The replica of the carts is behind',
    when: {
      kind: 'gauge',
      of: {
        service: 'cart',
        metric: 'redis_replica_lag_bytes',
        labels: { db_namespace: 'cart-data-replica' },
      },
      above: 1000,
    },
  },
  CartReplicaNotFollowing: {
    priority: 'page',
    summary: 'The replica of the carts does not follow its primary',
    when: notFollowing('cart', 'cart-data-replica'),
  },
  SessionReplicaNotFollowing: {
    priority: 'ticket',
    summary: 'The replica of the sessions does not follow its primary',
    when: notFollowing('session', 'session-data-replica'),
  },
  SessionMemoryGrowing: {
    priority: 'ticket',
    summary: 'The memory of session grows without end',
    when: {
      kind: 'growth',
      of: { service: 'session', metric: 'process_resident_memory_bytes' },
      window: 60,
      above: 40_000_000,
    },
  },
  LogVolumeHigh: {
    priority: 'ticket',
    summary: 'cart writes far more lines than it has requests',
    when: {
      kind: 'ratio',
      of: { service: 'cart', metric: 'log_lines_total' },
      to: { service: 'cart', metric: `${served}_count` },
      window,
      above: 10,
      atLeast: enough,
    },
  },
  CardNumberLogged: {
    priority: 'page',
    summary: 'A card number stands in a log',
    when: { kind: 'logged', service: 'payment', cardNumber: true },
  },
} as const satisfies Readonly<Record<string, Alert>>;

export type AlertName = keyof typeof alerts;
