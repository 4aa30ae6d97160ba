import { shopRoutes } from '@faultline/contracts';
import type { ServiceName } from '@faultline/topology';
import { errorRatio, maxErrorRatio, minFailures } from '../shared-conditions';
import type { AlertKind, AlertMember } from './alert';

/** A rule for the only thing of its kind. */
const only = (component: ServiceName, when: AlertMember['when']): readonly AlertMember[] => [
  { subject: component, component, when },
];

const checkout = {
  service: 'api-gateway',
  route: shopRoutes.checkout.path,
  method: shopRoutes.checkout.method,
  window: 30,
} as const;

export const businessAlerts = {
  PaymentsFailing: {
    priority: 'page',
    title: 'Payments fail for a reason that is not the shopper’s',
    cause: 'below',
    members: only('payment', {
      kind: 'ratio',
      numerator: { service: 'payment', metric: 'payments_total', labels: { outcome: 'failed' } },
      denominator: { service: 'payment', metric: 'payments_total' },
      window: 30,
      threshold: maxErrorRatio,
      minNumerator: minFailures,
    }),
  },
  PaymentsUnresolved: {
    priority: 'page',
    title: 'The provider has not said for ten minutes whether a charge went through',
    cause: 'below',
    // Reconciliation repeats a lookup after at most four minutes, so it has tried twice since the provider is back.
    members: only('payment', {
      kind: 'gauge',
      series: { service: 'payment', metric: 'payments_unresolved_oldest_seconds' },
      comparison: 'above',
      threshold: 600,
    }),
  },
  PaymentsSucceededLate: {
    priority: 'ticket',
    title: 'A charge succeeded after its shopper was told that it had failed',
    cause: 'below',
    tellsOfEvent: true,
    // A single one within a window exceeds this.
    members: only('payment', {
      kind: 'rate',
      series: { service: 'payment', metric: 'payments_late_total' },
      window: 30,
      threshold: 0.0001,
    }),
  },
  CheckoutFailing: {
    priority: 'page',
    title: 'Checkouts fail',
    cause: 'below',
    members: only(
      'api-gateway',
      errorRatio({ ...checkout, threshold: maxErrorRatio, minNumerator: minFailures }),
    ),
  },
  CheckoutRefused: {
    priority: 'ticket',
    title: 'Many checkouts are refused because the cart is not what the page showed',
    cause: 'below',
    members: only(
      'api-gateway',
      errorRatio({ ...checkout, status: '409', threshold: 0.2, minNumerator: minFailures }),
    ),
  },
  SearchFailing: {
    priority: 'page',
    title: 'Searches fail',
    cause: 'below',
    members: only(
      'api-gateway',
      errorRatio({
        service: 'api-gateway',
        route: shopRoutes.searchProducts.path,
        window: 30,
        threshold: maxErrorRatio,
        minNumerator: minFailures,
      }),
    ),
  },
} as const satisfies Readonly<Record<string, AlertKind>>;
