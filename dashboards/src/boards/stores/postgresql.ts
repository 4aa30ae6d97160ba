import { aggregate, installed, placeholder } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { logLines, streams } from '../../grafana/logs';
import { onPostgres, operationQuantile, operationRate } from './expressions';

const byStatement = ['db_namespace', 'db_operation_name', 'db_collection_name'] as const;
const legend = '{{db_namespace}} {{db_operation_name}} {{db_collection_name}}';

export const postgresqlRow = {
  title: 'PostgreSQL',
  panels: [
    graph({
      title: 'Connections of the pools',
      about: '`waiting` are requests that want one.',
      unit: 'none',
      lines: [
        {
          promql: aggregate(
            'sum',
            installed('db_client_connections'),
            'db_client_connection_pool_name',
            'db_client_connection_state',
          ),
          legend: '{{db_client_connection_pool_name}} {{db_client_connection_state}}',
        },
      ],
    }),
    graph({
      title: 'Statements by table',
      about: 'Statements per second.',
      unit: 'ops',
      lines: [{ promql: operationRate(byStatement, onPostgres), legend }],
    }),
    graph({
      title: 'Duration by table: p95',
      about: 'Of the statements on each table.',
      unit: 's',
      nothing: 'No statement in this time',
      lines: [
        { promql: operationQuantile(0.95, byStatement, onPostgres), legend, exemplars: true },
      ],
    }),
    logLines(
      {
        title: 'Slow statements',
        about:
          'Statements that took `SLOW_QUERY_MS` or longer, with their text and trace. Empty while none is slow.',
        nothing: 'No statement was slow',
      },
      `${streams('service_name=~".+"')} |= "postgres-query-slow" | store=~"${placeholder('store', 'pipe')}"`,
    ),
  ],
};
