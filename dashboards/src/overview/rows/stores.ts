import { storeDuration } from '@faultline/telemetry/names';
import { aggregate, chosen, quantile, rate, share } from '../expressions';
import { graph } from '../graph';

const counted = `${storeDuration}_count` as const;
const operations = rate(chosen(counted), 'db_namespace');
const failed = rate(chosen(counted, ['error_type', '!=', '']), 'db_namespace');
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
          promql: quantile(0.95, chosen(`${storeDuration}_bucket`), 'db_namespace'),
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
          promql: aggregate(
            'sum',
            chosen('db_client_connections'),
            'db_client_connection_pool_name',
            'db_client_connection_state',
          ),
          legend: '{{db_client_connection_pool_name}} {{db_client_connection_state}}',
        },
      ],
    }),
    graph({
      title: 'Connected to Redis',
      unit: 'bool_yes_no',
      lines: [
        {
          promql: aggregate('min', chosen('redis_connected'), 'service_name', 'db_namespace'),
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
          promql: aggregate('min', chosen('redis_writable'), 'service_name', 'db_namespace'),
          legend: '{{db_namespace}} takes writes, by {{service_name}}',
        },
        {
          promql: aggregate('max', chosen('redis_replica_link_up'), 'db_namespace'),
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
          promql: aggregate('max', chosen('redis_replica_lag_bytes'), 'db_namespace'),
          legend: '{{db_namespace}}',
        },
      ],
    }),
  ],
};
