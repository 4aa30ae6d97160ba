import type { CounterName } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import { aggregate, installed, type MatcherOf } from '../expressions';
import { graph } from '../graph';

const ofPayment = <Name extends CounterName>(
  metric: Name,
  ...matchers: readonly MatcherOf<Name>[]
): string => installed<Name>(metric, [identityLabels.service, '=', 'payment'], ...matchers);

const aMinute = (series: string): string => `60 * rate(${series}[$__rate_interval])`;

export const businessRow = {
  title: 'Business',
  panels: [
    graph({
      title: 'Payments a minute',
      unit: 'none',
      lines: [
        {
          promql: aggregate('sum', aMinute(ofPayment('payments_total')), 'outcome'),
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
          promql: aggregate(
            'sum',
            aMinute(
              ofPayment('payments_total', ['outcome', '!=', 'succeeded'], ['reason', '!=', 'none']),
            ),
            'outcome',
            'reason',
          ),
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
