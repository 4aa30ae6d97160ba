import type { Money } from '@faultline/contracts';
import type { Metrics } from '@faultline/telemetry';

export interface OrderMetrics {
  ordered(total: Money): void;
}

export const orderMetrics = (metrics: Metrics): OrderMetrics => {
  const orders = metrics.counter({ name: 'orders_total', help: 'Orders placed', labels: {} });
  const value = metrics.counter({
    name: 'order_value_total',
    help: 'Value of the orders placed, in minor units of the currency',
    labels: { currency: ['EUR'] },
  });
  return {
    ordered: ({ amount, currency }) => {
      orders.add({});
      value.add({ currency }, amount);
    },
  };
};
