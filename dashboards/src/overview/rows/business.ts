import { graph } from '../graph';

const aMinute = (series: string): string => `60 * rate(${series}[$__rate_interval])`;

export const businessRow = {
  title: 'Business',
  panels: [
    graph({
      title: 'Payments a minute',
      unit: 'none',
      lines: [
        {
          promql: `sum by (outcome) (${aMinute('payments_total{service="payment"}')})`,
          legend: '{{outcome}}',
        },
      ],
      stacked: true,
    }),
    graph({
      title: 'Payments that do not succeed, by reason',
      about: 'A minute.',
      unit: 'none',
      lines: [
        {
          promql: `sum by (outcome, reason) (${aMinute('payments_total{service="payment",outcome!="succeeded",reason!="none"}')})`,
          legend: '{{outcome}}: {{reason}}',
        },
      ],
    }),
    graph({
      title: 'Orders a minute',
      unit: 'none',
      lines: [
        {
          promql: `sum(${aMinute('orders_total{service="payment"}')}) or vector(0)`,
          legend: 'orders',
        },
      ],
    }),
  ],
};
