import { objectives } from '@faultline/slo';
import { installed, recorded } from '../../grafana/expressions';
import { anyIsRed, shareSteps, stat } from '../../grafana/stat';
import { probes, shopProbes } from '../probes';
import { failedStatus, fastShare, shopperRequests } from '../requests';

const firing = (priority: string): string =>
  `count(${recorded('ALERTS', ['alertstate', '=', 'firing'], ['priority', '=', priority])}) or vector(0)`;

const within = (series: string): string => `sum(increase(${series}[$__range]))`;

const alerts = stat({
  title: 'Alerts that fire',
  about: 'A page wakes somebody up; somebody looks at a ticket in the morning.',
  unit: 'none',
  width: 4,
  steps: anyIsRed,
  values: ['page', 'ticket'].map((priority) => ({ promql: firing(priority), legend: priority })),
});

const reachable = stat({
  title: 'Reachable from outside',
  about:
    'Whether the synthetic checks of the storefront and of the API succeed. Empty without the console, which makes them.',
  unit: 'bool_yes_no',
  steps: [
    [null, 'red'],
    [1, 'green'],
  ],
  nothing: 'No console',
  values: [{ promql: `min(${probes('probe_success', shopProbes)})`, legend: 'reachable' }],
});

const fast = stat({
  title: `Requests within ${objectives.latency} s`,
  about: 'The share of the requests to the public entry, in this time range.',
  unit: 'percentunit',
  decimals: 2,
  steps: shareSteps(0.95, objectives.inTime),
  nothing: 'No request',
  values: [
    {
      promql: fastShare('$__range'),
      legend: 'fast',
    },
  ],
});

const served = stat({
  title: 'Requests that succeed',
  about: 'The share of the requests to the public entry without a 5xx, in this time range.',
  unit: 'percentunit',
  decimals: 3,
  steps: shareSteps(0.99, 0.999),
  nothing: 'No request',
  values: [
    {
      promql: `1 - (${shopperRequests('$__range', failedStatus)} or vector(0)) / ${shopperRequests('$__range')}`,
      legend: 'served',
    },
  ],
});

const payments = stat({
  title: 'Payments that succeed',
  about: 'The share of the charges that did not fail for a reason of ours, in this time range.',
  unit: 'percentunit',
  decimals: 2,
  steps: shareSteps(0.95, 0.99),
  nothing: 'No payment',
  values: [
    {
      promql: `1 - ${within(installed('payments_total', ['outcome', '=', 'failed']))} / ${within(installed('payments_total'))}`,
      legend: 'payments',
    },
  ],
});

const orders = stat({
  title: 'Orders a minute now',
  about: 'Orders paid, in the last minutes.',
  unit: 'none',
  decimals: 1,
  steps: [[null, 'text']],
  values: [
    {
      promql: `60 * sum(rate(${installed('orders_total')}[$__rate_interval]))`,
      legend: 'orders',
    },
  ],
});

export const indicatorsRow = {
  title: 'How it is',
  panels: [alerts, reachable, fast, served, payments, orders],
};
