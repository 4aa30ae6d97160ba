import { declineCodes, type Money } from '@faultline/contracts';
import type { Metrics } from '@faultline/telemetry';

export type PaymentOutcome = 'succeeded' | 'declined' | 'failed';

export interface PaymentMetrics {
  /** Counts a charge that ended; a succeeded one is an order. */
  resolved(outcome: PaymentOutcome, reason: string, total: Money): void;
  /** Counts a charge that succeeded after it had ended as failed or declined. */
  succeededLate(): void;
  /** Counts a charge whose result could not be recorded, after its caller had given up. */
  unrecorded(): void;
  /** Sets the number of charges that are pending after a lookup, and the age of the oldest in seconds. */
  unresolved(state: { charges: number; oldest: number }): void;
}

const outcomes: readonly PaymentOutcome[] = ['succeeded', 'declined', 'failed'];

/** The values of the label `reason`; a provider's other reasons become `other`. */
const reasons: readonly string[] = [
  'none',
  ...declineCodes,
  'provider-unreachable',
  'never-reached-provider',
  'other',
];

export const paymentMetrics = (metrics: Metrics): PaymentMetrics => {
  const payments = metrics.counter('payments_total', { outcome: outcomes, reason: reasons });
  const orders = metrics.counter('orders_total', {});
  const value = metrics.counter('order_value_total', { currency: ['EUR'] });
  const late = metrics.counter('payments_late_total', {});
  const unrecorded = metrics.counter('payments_unrecorded_total', {});
  let unresolved = { charges: 0, oldest: 0 };
  metrics.gauge('payments_unresolved', (report) => report({}, unresolved.charges));
  metrics.gauge('payments_unresolved_oldest_seconds', (report) => report({}, unresolved.oldest));
  return {
    succeededLate: () => late.add({}),
    unrecorded: () => unrecorded.add({}),
    unresolved: (state) => {
      unresolved = state;
    },
    resolved: (outcome, reason, { amount, currency }) => {
      payments.add({ outcome, reason: reasons.includes(reason) ? reason : 'other' });
      if (outcome !== 'succeeded') return;
      orders.add({});
      value.add({ currency }, amount);
    },
  };
};
