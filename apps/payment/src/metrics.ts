import type { Metrics } from '@faultline/telemetry';
import { declineCodes } from './sandbox/test-cards';

export type PaymentOutcome = 'succeeded' | 'declined' | 'failed';

export interface PaymentMetrics {
  settled(outcome: PaymentOutcome, reason: string): void;
}

const outcomes: readonly PaymentOutcome[] = ['succeeded', 'declined', 'failed'];

/** Every reason that may stand in the metric; what a provider says beyond them is `other`. */
const reasons = [
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
  return {
    settled: (outcome, reason) =>
      payments.add({ outcome, reason: reasons.includes(reason) ? reason : 'other' }),
  };
};
