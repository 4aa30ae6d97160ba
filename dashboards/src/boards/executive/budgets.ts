import { budgetRemaining, burnRate, objectives, percent } from '@faultline/slo';
import { installed, recorded } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { shareSteps, stat } from '../../grafana/stat';
import { withoutProbes } from '../probes';
import { fastShare } from '../requests';

const month = `${objectives.month}s`;
const downtime = (1 - objectives.availability) * objectives.month;
/** The share that is left of an objective's budget, recorded by its rules. */
const remaining = (...matchers: Parameters<typeof recorded>[1][]): string =>
  recorded(budgetRemaining, ...matchers);

/** Green while much is left, red when nothing is. */
const left = (whole: number) => shareSteps(whole / 100, whole / 4);

export const budgetsRow = {
  title: 'What is left this month',
  panels: [
    stat({
      title: 'Downtime budget',
      about: `Of ${Math.round(downtime)} s in 30 days (${percent(objectives.availability)}), how much is left. Of the gateway with less left. ${withoutProbes}`,
      unit: 's',
      width: 8,
      decimals: 0,
      steps: left(downtime),
      nothing: 'No console',
      values: [
        { promql: `${downtime} * min(${remaining(['slo', '=~', 'uptime-.+'])})`, legend: 'left' },
      ],
    }),
    stat({
      title: 'Failed payments budget',
      about: `Of ${objectives.failedPayments} payments in 30 days, how many may still fail for a reason that is not the card.`,
      unit: 'none',
      width: 8,
      decimals: 0,
      steps: left(objectives.failedPayments),
      values: [
        {
          promql: `${objectives.failedPayments} * min(${remaining(['slo', '=', 'failed-payments'])})`,
          legend: 'left',
        },
      ],
    }),
    stat({
      title: `Requests within ${objectives.latency} s`,
      about: 'The share of the requests to the public entry in 30 days.',
      unit: 'percentunit',
      width: 8,
      decimals: 2,
      steps: shareSteps(0.95, objectives.inTime),
      nothing: 'No request',
      values: [{ promql: fastShare(month), legend: 'fast' }],
    }),
    graph({
      title: 'Error budgets left',
      about:
        'The share of the budget of 30 days that each objective has left; below 0 it is missed.',
      unit: 'percentunit',
      width: 12,
      lines: [{ promql: `min by (slo) (${remaining()})`, legend: '{{slo}}' }],
    }).min(-1),
    graph({
      title: 'Burn rates over an hour',
      about:
        'How many times faster than allowed each budget is spent; 14.4 is a page. Empty until there are data of half an hour.',
      unit: 'none',
      width: 12,
      nothing: 'Not half an hour of data yet',
      lines: [
        {
          promql: `max by (slo) (${recorded(burnRate, ['window', '=', '1h'])})`,
          legend: '{{slo}}',
        },
      ],
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
