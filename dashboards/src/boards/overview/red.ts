import { installed } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { boardLink, clickedLabel } from '../../grafana/links';
import { failedStatus, requestQuantile, requestRate, requestShare } from '../requests';

const byService = ['service_name'] as const;
const detail = [
  boardLink('The service in detail', 'service', { service: clickedLabel('service_name') }),
];

export const redRow = {
  title: 'Requests, errors, duration',
  panels: [
    graph({
      title: 'Requests',
      about: 'Requests per second, by service.',
      unit: 'reqps',
      links: detail,
      lines: [{ promql: requestRate(installed, byService), legend: '{{service_name}}' }],
    }),
    graph({
      title: 'Requests that fail',
      about: 'The share with a 5xx, by service.',
      unit: 'percentunit',
      links: detail,
      lines: [
        {
          promql: requestShare(installed, byService, failedStatus),
          legend: '{{service_name}}',
        },
      ],
    }),
    graph({
      title: 'Duration: p95',
      about: 'By service; the objective is 2 s. Dots are exemplars, and lead to their traces.',
      unit: 's',
      nothing: 'No request in this time',
      links: detail,
      lines: [
        {
          promql: requestQuantile(installed, 0.95, byService),
          legend: '{{service_name}}',
          exemplars: true,
        },
      ],
    }),
  ],
};
