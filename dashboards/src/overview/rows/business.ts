import { identityLabels } from '@faultline/topology';
import { installed } from '../expressions';
import { graph } from '../graph';

const ofPayment = (metric: string, ...matchers: readonly string[]): string =>
  installed(metric, `${identityLabels.service}="payment"`, ...matchers);

const aMinute = (series: string): string => `60 * rate(${series}[$__rate_interval])`;

export const businessRow = {
  title: 'Business',
  panels: [
    graph({
      title: 'Payments a minute',
      unit: 'none',
      lines: [
        {
          promql: `sum by (outcome) (${aMinute(ofPayment('payments_total'))})`,
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
          promql: `sum by (outcome, reason) (${aMinute(ofPayment('payments_total', 'outcome!="succeeded"', 'reason!="none"'))})`,
          legend: '{{outcome}}: {{reason}}',
        },
      ],
    }),
    graph({
      title: 'Orders a minute',
      unit: 'none',
      lines: [
        {
          promql: `sum(${aMinute(ofPayment('orders_total'))}) or vector(0)`,
          legend: 'orders',
        },
      ],
    }),
  ],
};
