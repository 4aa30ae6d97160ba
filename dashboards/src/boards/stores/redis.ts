import { aggregate } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { timeline } from '../../grafana/timeline';
import { ofRedis, onRedis, operationRate } from './expressions';

export const redisRow = {
  title: 'Redis',
  panels: [
    timeline({
      title: 'Connected',
      about: 'Whether each service is connected to its server.',
      width: 12,
      line: {
        promql: aggregate('min', ofRedis('redis_connected'), 'service_name', 'db_namespace'),
        legend: '{{service_name}} to {{db_namespace}}',
      },
      words: ['lost', 'connected'],
      bad: 0,
    }),
    timeline({
      title: 'Replica follows its primary',
      about: 'Whether each replica is connected to its primary and has its history.',
      width: 12,
      line: {
        promql: aggregate('max', ofRedis('redis_replica_link_up'), 'db_namespace'),
        legend: '{{db_namespace}}',
      },
      words: ['does not follow', 'follows'],
      bad: 0,
    }),
    graph({
      title: 'Takes writes',
      about: 'Whether the server is a primary that accepts writes.',
      unit: 'bool_yes_no',
      max: 1,
      lines: [
        {
          promql: aggregate('min', ofRedis('redis_writable'), 'service_name', 'db_namespace'),
          legend: '{{db_namespace}}, by {{service_name}}',
        },
      ],
    }),
    graph({
      title: 'Replicas behind their primaries',
      about: 'Bytes that a replica does not have yet.',
      unit: 'bytes',
      lines: [
        {
          promql: aggregate('max', ofRedis('redis_replica_lag_bytes'), 'db_namespace'),
          legend: '{{db_namespace}}',
        },
      ],
    }),
    graph({
      title: 'Commands',
      about: 'Commands per second, by server.',
      unit: 'ops',
      lines: [
        {
          promql: operationRate(['db_namespace', 'db_operation_name'], onRedis),
          legend: '{{db_namespace}} {{db_operation_name}}',
        },
      ],
    }),
  ],
};
