import { declineCodes, type Money } from '@faultline/contracts';
import type { Metrics } from '@faultline/telemetry';

export type PaymentOutcome = 'succeeded' | 'declined' | 'failed';

export interface PaymentMetrics {
  /** A charge ended; one that succeeded is an order. */
  settled(outcome: PaymentOutcome, reason: string, total: Money): void;
  /** A charge succeeded that had ended otherwise. */
  succeededLate(): void;
  /** How many charges stay pending although they were asked for; seconds since the oldest began. */
  unsettled(state: { charges: number; oldest: number }): void;
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
  const payments = metrics.counter({
    name: 'payments_total',
    help: 'Charges by how they ended',
    labels: { outcome: outcomes, reason: reasons },
  });
  const orders = metrics.counter({ name: 'orders_total', help: 'Orders paid', labels: {} });
  const value = metrics.counter({
    name: 'order_value_total',
    help: 'Value of the orders paid, in minor units of the currency',
    labels: { currency: ['EUR'] },
  });
  const late = metrics.counter({
    name: 'payments_late_total',
    help: 'Charges that succeeded after they had ended as failed or declined',
    labels: {},
  });
  let unsettled = { charges: 0, oldest: 0 };
  metrics.gauge(
    'payments_unsettled',
    'Charges whose end the provider was asked for and could not tell; the same on every instance',
    [],
    (report) => report({}, unsettled.charges),
  );
  metrics.gauge(
    'payments_unsettled_oldest_seconds',
    'How long ago the oldest of them began; 0 without any',
    [],
    (report) => report({}, unsettled.oldest),
  );
  return {
    succeededLate: () => late.add({}),
    unsettled: (state) => {
      unsettled = state;
    },
    settled: (outcome, reason, { amount, currency }) => {
      payments.add({ outcome, reason: reasons.includes(reason) ? reason : 'other' });
      if (outcome !== 'succeeded') return;
      orders.add({});
      value.add({ currency }, amount);
    },
  };
};
