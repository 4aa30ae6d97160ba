import { chosen, quantile, rate, share } from '../expressions';
import { graph } from '../graph';

const stored = 'db_client_operation_duration_seconds';
const operations = rate(chosen(`${stored}_count`), 'db_namespace');
const failed = rate(chosen(`${stored}_count`, 'error_type!=""'), 'db_namespace');
const nothing = 'No operation in this time';

export const storesRow = {
  title: 'Stores',
  panels: [
    graph({
      title: 'Operations',
      unit: 'ops',
      nothing,
      lines: [{ promql: operations, legend: '{{db_namespace}}' }],
    }),
    graph({
      title: 'Operations that fail',
      unit: 'percentunit',
      nothing,
      lines: [{ promql: share(failed, operations), legend: '{{db_namespace}}' }],
    }),
    graph({
      title: 'Operations: p95',
      unit: 's',
      nothing,
      lines: [
        {
          promql: quantile(0.95, chosen(`${stored}_bucket`), 'db_namespace'),
          legend: '{{db_namespace}}',
          exemplars: true,
        },
      ],
    }),
    graph({
      title: 'Connections of the pools',
      about: '`waiting` are requests that want one.',
      unit: 'none',
      lines: [
        {
          promql: `sum by (db_client_connection_pool_name, db_client_connection_state) (${chosen('db_client_connections')})`,
          legend: '{{db_client_connection_pool_name}} {{db_client_connection_state}}',
        },
      ],
    }),
    graph({
      title: 'Connected to Redis',
      unit: 'bool_yes_no',
      lines: [
        {
          promql: `min by (service_name, db_namespace) (${chosen('redis_connected')})`,
          legend: '{{service_name}} to {{db_namespace}}',
        },
      ],
      max: 1,
    }),
    graph({
      title: 'Takes writes, follows its primary',
      unit: 'bool_yes_no',
      lines: [
        {
          promql: `min by (service_name, db_namespace) (${chosen('redis_writable')})`,
          legend: '{{db_namespace}} takes writes, by {{service_name}}',
        },
        {
          promql: `max by (db_namespace) (${chosen('redis_replica_link_up')})`,
          legend: '{{db_namespace}} follows',
        },
      ],
      max: 1,
    }),
    graph({
      title: 'Replicas behind their primaries',
      unit: 'bytes',
      lines: [
        {
          promql: `max by (db_namespace) (${chosen('redis_replica_lag_bytes')})`,
          legend: '{{db_namespace}}',
        },
      ],
    }),
  ],
};
