import { cartRoutes, productRoutes, shopRoutes } from '@faultline/contracts';
import { clientDuration, storeDuration } from '@faultline/telemetry/names';
import type { ServiceName } from '@faultline/topology';
import type { MetricCondition } from './conditions';
import {
  errorRatio,
  minCompared,
  minRequests,
  notFollowing,
  operations,
  overLatencyObjective,
  requests,
  evaluationWindow as window,
} from './shared-conditions';

export interface Alert {
  /** Two kinds: somebody is woken up, or somebody looks at it in the morning. */
  priority: 'page' | 'ticket';
  summary: string;
  when: MetricCondition | LogCondition;
}

/** A log line contains a certain text. */
export interface LogCondition {
  kind: 'logged';
  service: ServiceName;
  /** A run of digits that passes the Luhn check. */
  cardNumber: true;
}

/** A pattern for the routes of product that list products. */
const lists = `/${[productRoutes.list, productRoutes.search, productRoutes.suggest]
  .map(({ path }) => path.slice(1))
  .join('|')}/`;

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
      numerator: { service: 'payment', metric: 'payments_total', labels: { outcome: 'failed' } },
      denominator: { service: 'payment', metric: 'payments_total' },
      window: 30,
      threshold: 0.05,
      minEvents: minRequests,
    },
  },
  PaymentsSlow: {
    priority: 'page',
    summary: 'The payment provider takes longer than 2 s',
    when: {
      kind: 'quantile',
      series: {
        service: 'payment',
        metric: clientDuration,
        labels: { server_address: 'payment-provider' },
      },
      quantile: 0.95,
      window: 30,
      threshold: 2,
    },
  },
  PaymentsUnresolved: {
    priority: 'page',
    summary: 'The provider has not said for ten minutes whether a charge went through',
    // Reconciliation repeats a lookup after at most four minutes, so it has tried twice since the provider is back.
    when: {
      kind: 'gauge',
      series: { service: 'payment', metric: 'payments_unresolved_oldest_seconds' },
      comparison: 'above',
      threshold: 600,
    },
  },
  PaymentsSucceededLate: {
    priority: 'ticket',
    summary: 'A charge succeeded after its shopper was told that it had failed',
    // A single one within a window exceeds this.
    when: {
      kind: 'rate',
      series: { service: 'payment', metric: 'payments_late_total' },
      window: 30,
      threshold: 0.0001,
    },
  },
  ProductFailing: {
    priority: 'page',
    summary: 'More than 5 % of the requests to product fail',
    when: errorRatio({ service: 'product', threshold: 0.05, minEvents: minRequests }),
  },
  ProductSlow: {
    priority: 'page',
    summary: 'The p95 of product is over the objective of 2 s',
    when: overLatencyObjective('product'),
  },
  ProductPageFailing: {
    priority: 'ticket',
    summary: 'Some product pages fail',
    // One failing product of 143 is a thousandth of the requests.
    when: errorRatio({
      service: 'product',
      route: productRoutes.read.path,
      window: 30,
      threshold: 0.0005,
    }),
  },
  ProductBusy: {
    priority: 'ticket',
    // Normally product uses a twentieth of a core; on a busy machine, the fault may get only a third.
    summary: 'product uses more than a quarter of a core',
    when: {
      kind: 'rate',
      series: { service: 'product', metric: 'process_cpu_seconds_total' },
      window: 15,
      threshold: 0.25,
    },
  },
  ProductConnectionsExhausted: {
    priority: 'page',
    summary: 'product gets no connection to its database',
    when: {
      kind: 'ratio',
      numerator: {
        service: 'product',
        metric: operations,
        labels: { db_namespace: 'product-data', error_type: '53300' },
      },
      denominator: {
        service: 'product',
        metric: operations,
        labels: { db_namespace: 'product-data' },
      },
      window,
      threshold: 0.05,
    },
  },
  SearchFailing: {
    priority: 'page',
    summary: 'Search fails',
    when: errorRatio({
      service: 'product',
      route: productRoutes.search.path,
      window: 30,
      threshold: 0.05,
    }),
  },
  QueriesPerListHigh: {
    priority: 'ticket',
    summary: 'A product list makes many queries',
    // One query per request is normal; failed ones belong to another alert.
    when: {
      kind: 'ratio',
      numerator: {
        service: 'product',
        metric: operations,
        labels: {
          db_namespace: 'product-data',
          db_operation_name: 'SELECT',
          db_collection_name: 'products',
          error_type: '',
        },
      },
      denominator: {
        service: 'product',
        metric: requests,
        labels: { http_route: lists },
      },
      window,
      threshold: 2,
      minEvents: minCompared,
    },
  },
  ProductCallsHigh: {
    priority: 'ticket',
    summary: 'product gets more requests than its callers have',
    // One retry of a refused call is correct, and not a retry storm.
    when: {
      kind: 'ratio',
      numerator: {
        service: 'product',
        metric: requests,
        labels: { http_route: productRoutes.list.path, http_response_status_code: '/^2/' },
      },
      denominator: {
        service: 'api-gateway',
        metric: requests,
        labels: { http_route: shopRoutes.listProducts.path },
      },
      window,
      threshold: 1.3,
      minEvents: minCompared,
    },
  },
  CartsNotCleared: {
    priority: 'page',
    summary: 'Carts stay full after a purchase',
    when: errorRatio({
      service: 'cart',
      route: cartRoutes.takeOut.path,
      method: cartRoutes.takeOut.method,
      window: 30,
      threshold: 0.05,
    }),
  },
  CartDataSlow: {
    priority: 'page',
    summary: 'cart-data takes longer than half a second',
    when: {
      kind: 'quantile',
      series: { service: 'cart', metric: storeDuration, labels: { db_namespace: 'cart-data' } },
      quantile: 0.9,
      window,
      threshold: 0.5,
    },
  },
  CartReplicaBehind: {
    priority: 'page',
    summary: 'The replica of the carts is behind',
    when: {
      kind: 'gauge',
      series: {
        service: 'cart',
        metric: 'redis_replica_lag_bytes',
        labels: { db_namespace: 'cart-data-replica' },
      },
      comparison: 'above',
      threshold: 1000,
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
      series: { service: 'session', metric: 'process_resident_memory_bytes' },
      window: 60,
      threshold: 40_000_000,
    },
  },
  LogVolumeHigh: {
    priority: 'ticket',
    summary: 'cart writes far more lines than it has requests',
    when: {
      kind: 'ratio',
      numerator: { service: 'cart', metric: 'log_lines_total' },
      denominator: { service: 'cart', metric: requests },
      window,
      threshold: 10,
      minEvents: minCompared,
    },
  },
  CardNumberLogged: {
    priority: 'page',
    summary: 'A card number stands in a log',
    when: { kind: 'logged', service: 'payment', cardNumber: true },
  },
} as const satisfies Readonly<Record<string, Alert>>;

export type AlertName = keyof typeof alerts;

const isAlertName = (name: string): name is AlertName => Object.hasOwn(alerts, name);

export const alertNames: readonly AlertName[] = Object.keys(alerts).filter(isAlertName);

/** The entry of an alert, without the type of its condition, for code that is generic over alerts. */
export const alertOf = (name: AlertName): Alert => alerts[name];
