import { declineCodes, type Money } from '@faultline/contracts';
import type { Metrics } from '@faultline/telemetry';

export type PaymentOutcome = 'succeeded' | 'declined' | 'failed';

export interface PaymentMetrics {
  /** A charge ended; one that succeeded is an order. */
  resolved(outcome: PaymentOutcome, reason: string, total: Money): void;
  /** A charge succeeded that had ended otherwise. */
  succeededLate(): void;
  /** A charge failed in here after its caller had given up: what became of it is not in the ledger. */
  unrecorded(): void;
  /** How many charges stay pending although they were asked for; seconds since the oldest began. */
  unresolved(state: { charges: number; oldest: number }): void;
}

const outcomes: readonly PaymentOutcome[] = ['succeeded', 'declined', 'failed'];

/** Every reason that may stand in the metric; what a provider says beyond them is `other`. */
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
