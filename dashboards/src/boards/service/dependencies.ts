import { clientDuration, storeDuration } from '@faultline/telemetry/names';
import { chosen, quantile, rate, share } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { traces } from './traces-link';

const calls = `${clientDuration}_count` as const;
const operations = `${storeDuration}_count` as const;
const callsByServer = rate(chosen(calls), 'server_address');
/** As in the alert DependencyFailing: without a status, there was no response. A 4xx is one. */
const failedCalls = chosen(calls, ['http_response_status_code', '=~', '(5..)?']);
const operationsByStore = rate(chosen(operations), 'db_namespace');

const withoutCalls = 'Empty without calls to other services.';
const withoutStore = 'Empty without a store.';

export const dependenciesRow = {
  title: 'What it depends on',
  panels: [
    graph({
      title: 'Calls to other services',
      about: `Calls per second, by address. ${withoutCalls}`,
      unit: 'reqps',
      links: traces,
      nothing: 'It calls nobody',
      lines: [{ promql: callsByServer, legend: '{{server_address}}' }],
    }),
    graph({
      title: 'Calls that fail',
      about: `The share without a response, or with a 5xx. ${withoutCalls}`,
      unit: 'percentunit',
      links: traces,
      nothing: 'It calls nobody',
      lines: [
        {
          promql: share(rate(failedCalls, 'server_address'), callsByServer),
          legend: '{{server_address}}',
        },
      ],
    }),
    graph({
      title: 'Duration of calls: p95',
      about: `Retries included, by address. ${withoutCalls}`,
      unit: 's',
      links: traces,
      nothing: 'It calls nobody',
      lines: [
        {
          promql: quantile(0.95, chosen(`${clientDuration}_bucket`), 'server_address'),
          legend: '{{server_address}}',
          exemplars: true,
        },
      ],
    }),
    graph({
      title: 'Operations on stores',
      about: `Operations per second. ${withoutStore}`,
      unit: 'ops',
      links: traces,
      nothing: 'It has no store',
      lines: [{ promql: operationsByStore, legend: '{{db_namespace}}' }],
    }),
    graph({
      title: 'Operations that fail',
      about: `The share with an error. ${withoutStore}`,
      unit: 'percentunit',
      links: traces,
      nothing: 'It has no store',
      lines: [
        {
          promql: share(
            rate(chosen(operations, ['error_type', '!=', '']), 'db_namespace'),
            operationsByStore,
          ),
          legend: '{{db_namespace}}',
        },
      ],
    }),
    graph({
      title: 'Duration of operations: p95',
      about: `Waiting for a connection included. ${withoutStore}`,
      unit: 's',
      links: traces,
      nothing: 'It has no store',
      lines: [
        {
          promql: quantile(0.95, chosen(`${storeDuration}_bucket`), 'db_namespace'),
          legend: '{{db_namespace}}',
          exemplars: true,
        },
      ],
    }),
  ],
};
