import { componentUnhealthy } from '@faultline/slo';
import { recorded, share } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { timeline } from '../../grafana/timeline';
import { failedOperation, operationQuantile, operationRate } from './expressions';

const byStore = ['db_namespace'] as const;

export const allRow = {
  title: 'All stores',
  panels: [
    timeline({
      title: 'Which store was red when',
      about: 'A store is red while more than 5 % of the operations on it fail.',
      line: {
        promql: `max by (component) (${recorded(componentUnhealthy, ['component', '=~', '$store'])})`,
        legend: '{{component}}',
      },
      words: ['healthy', 'unhealthy'],
      bad: 1,
      nothing: 'The rules of Faultline are not loaded',
    }),
    graph({
      title: 'Operations',
      about: 'Operations per second, as the services count them.',
      unit: 'ops',
      lines: [{ promql: operationRate(byStore), legend: '{{db_namespace}}' }],
    }),
    graph({
      title: 'Operations that fail',
      about: 'The share with an error.',
      unit: 'percentunit',
      lines: [
        {
          promql: share(operationRate(byStore, failedOperation), operationRate(byStore)),
          legend: '{{db_namespace}}',
        },
      ],
    }),
    graph({
      title: 'Duration: p95',
      about: 'Waiting for a connection included. Dots are exemplars, and lead to their traces.',
      unit: 's',
      nothing: 'No operation in this time',
      lines: [
        {
          promql: operationQuantile(0.95, byStore),
          legend: '{{db_namespace}}',
          exemplars: true,
        },
      ],
    }),
    graph({
      title: 'Errors by type',
      about:
        'Failed operations per second: SQLSTATE of PostgreSQL, codes of Redis. Empty while nothing fails.',
      unit: 'ops',
      width: 24,
      nothing: 'No operation failed',
      lines: [
        {
          promql: operationRate(['db_namespace', 'error_type'], failedOperation),
          legend: '{{db_namespace}} {{error_type}}',
        },
      ],
    }),
  ],
};
