import { graph } from '../../grafana/graph';
import { k6, withoutK6 } from './k6-metrics';

const nothing = 'No load test in this time';

export const k6Row = {
  title: 'Load tests with k6',
  panels: [
    graph({
      title: 'Journeys',
      about: `Journeys per second, by outcome. ${withoutK6}`,
      unit: 'ops',
      nothing,
      lines: [
        {
          promql: `sum by (journey, outcome) (rate(${k6('k6_journeys_total')}[$__rate_interval]))`,
          legend: '{{journey}} {{outcome}}',
        },
      ],
    }),
    graph({
      title: 'Requests by status',
      about: `Requests per second that the shoppers sent. ${withoutK6}`,
      unit: 'reqps',
      nothing,
      lines: [
        {
          promql: `sum by (status) (rate(${k6('k6_http_reqs_total')}[$__rate_interval]))`,
          legend: '{{status}}',
        },
      ],
    }),
    graph({
      title: 'Duration by step: p95',
      about: `As the shoppers wait for it; the objective is 2 s. ${withoutK6}`,
      unit: 's',
      nothing,
      lines: [{ promql: `max by (name) (${k6('k6_http_req_duration_p95')})`, legend: '{{name}}' }],
    }),
    graph({
      title: 'Checks',
      about: `The share of the checks of responses that hold. ${withoutK6}`,
      unit: 'percentunit',
      max: 1,
      nothing,
      lines: [{ promql: `min by (check) (${k6('k6_checks_rate')})`, legend: '{{check}}' }],
    }),
    graph({
      title: 'Purchases that the shop did not settle',
      about: `How many in this run. ${withoutK6}`,
      unit: 'none',
      nothing,
      lines: [{ promql: `sum(${k6('k6_failed_payments_total')})`, legend: 'failed' }],
    }),
    graph({
      title: 'Virtual users',
      about: `Shoppers at once, and journeys that k6 left out because it had too few. ${withoutK6}`,
      unit: 'none',
      nothing,
      lines: [
        { promql: `sum(${k6('k6_vus')})`, legend: 'users' },
        { promql: `sum(${k6('k6_dropped_iterations_total')}) or vector(0)`, legend: 'left out' },
      ],
    }),
  ],
};
