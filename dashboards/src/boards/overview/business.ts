import { aggregate, installed, recorded } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';

const aMinute = (series: string): string => `60 * rate(${series}[$__rate_interval])`;

export const businessRow = {
  title: 'Business and alerts',
  panels: [
    graph({
      title: 'Payments a minute',
      about: 'Charges by outcome: succeeded, declined by the card, failed by us.',
      unit: 'none',
      width: 6,
      lines: [
        {
          promql: aggregate('sum', aMinute(installed('payments_total')), 'outcome'),
          legend: '{{outcome}}',
        },
      ],
      stacked: true,
    }),
    graph({
      title: 'Payments that do not succeed, by reason',
      about: 'Charges a minute that failed or were declined.',
      unit: 'none',
      width: 6,
      lines: [
        {
          promql: aggregate(
            'sum',
            aMinute(
              installed('payments_total', ['outcome', '!=', 'succeeded'], ['reason', '!=', 'none']),
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
      about: 'Orders paid.',
      unit: 'none',
      width: 6,
      lines: [
        { promql: `sum(${aMinute(installed('orders_total'))}) or vector(0)`, legend: 'orders' },
      ],
    }),
    graph({
      title: 'Which alerts fire',
      about: 'The alerts that fire, by component; `none` is the line at 0.',
      unit: 'none',
      width: 6,
      lines: [
        {
          promql: `count by (alertname, component) (${recorded('ALERTS', ['alertstate', '=', 'firing'], ['priority', '=~', 'page|ticket'])}) or label_replace(vector(0), "alertname", "none", "", "")`,
          legend: '{{alertname}} {{component}}',
        },
      ],
    }),
  ],
};
