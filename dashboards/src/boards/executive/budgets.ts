import { objectives } from '@faultline/slo';
import { installed } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { type Step, stat } from '../../grafana/stat';
import { probes, shopProbes, withoutProbes } from '../probes';
import { fastShare } from '../requests';

const month = `${objectives.month}s`;
const downtime = (1 - objectives.availability) * objectives.month;
const resolution = 15;
/** Seconds of the month in which a check of the shop failed. */
const secondsDown = `${resolution} * sum_over_time((1 - min(${probes('probe_success', shopProbes)}))[${month}:${resolution}s])`;
const failedPayments = `sum(increase(${installed('payments_total', ['outcome', '=', 'failed'])}[${month}]))`;

/** Green while much is left, red when nothing is. */
const left = (whole: number): readonly Step[] => [
  [null, 'red'],
  [whole / 100, 'orange'],
  [whole / 4, 'green'],
];

export const budgetsRow = {
  title: 'What is left this month',
  panels: [
    stat({
      title: 'Downtime budget',
      about: `Of ${Math.round(downtime)} s in 30 days (${objectives.availability * 100} %), how much is left. A second counts while a synthetic check fails. ${withoutProbes}`,
      unit: 's',
      width: 8,
      decimals: 0,
      steps: left(downtime),
      nothing: 'No console',
      values: [{ promql: `${downtime} - ${secondsDown}`, legend: 'left' }],
    }),
    stat({
      title: 'Failed payments budget',
      about: `Of ${objectives.failedPayments} payments in 30 days, how many may still fail for a reason that is not the card.`,
      unit: 'none',
      width: 8,
      decimals: 0,
      steps: left(objectives.failedPayments),
      values: [{ promql: `${objectives.failedPayments} - ${failedPayments}`, legend: 'left' }],
    }),
    stat({
      title: `Requests within ${objectives.latency} s`,
      about: 'The share of the requests to the public entry in 30 days.',
      unit: 'percentunit',
      width: 8,
      decimals: 2,
      steps: [
        [null, 'red'],
        [0.95, 'orange'],
        [0.99, 'green'],
      ],
      nothing: 'No request',
      values: [{ promql: fastShare(month), legend: 'fast' }],
    }),
    graph({
      title: 'Orders an hour',
      about: 'Orders paid, at the rate of the last minutes.',
      unit: 'none',
      width: 12,
      lines: [
        {
          promql: `3600 * sum(rate(${installed('orders_total')}[$__rate_interval]))`,
          legend: 'orders',
        },
      ],
    }),
    graph({
      title: 'Turnover an hour',
      about: 'Value of the orders paid, at the rate of the last minutes, in units of the currency.',
      unit: 'none',
      width: 12,
      lines: [
        {
          promql: `36 * sum by (currency) (rate(${installed('order_value_total')}[$__rate_interval]))`,
          legend: '{{currency}}',
        },
      ],
    }),
  ],
};
