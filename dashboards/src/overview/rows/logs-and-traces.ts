import { PanelBuilder as LogsBuilder } from '@grafana/grafana-foundation-sdk/logs';
import { DataqueryBuilder as LogQueryBuilder } from '@grafana/grafana-foundation-sdk/loki';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import {
  SearchTableType,
  DataqueryBuilder as TraceQueryBuilder,
} from '@grafana/grafana-foundation-sdk/tempo';
import { datasources } from '../datasources';
import { chosen, placeholder, rate } from '../expressions';
import { graph } from '../graph';

const lines = new LogsBuilder()
  .title('Log lines')
  .unit('none')
  .height(10)
  .span(16)
  .datasource(datasources.loki)
  .showTime(true)
  .enableLogDetails(true)
  .noValue('No line of this level')
  .withTarget(
    new LogQueryBuilder()
      .refId('A')
      .expr(
        `{service_namespace="${placeholder('installation')}", service_name=~"${placeholder('service', 'pipe')}"} | severity_text=~"${placeholder('level', 'pipe')}"`,
      )
      .queryType('range'),
  );

const traces = new TableBuilder()
  .title('Traces with an error')
  .unit('none')
  .height(10)
  .span(24)
  .datasource(datasources.tempo)
  .noValue('No trace has an error')
  .withTarget(
    new TraceQueryBuilder()
      .refId('A')
      .queryType('traceql')
      .query(
        `{ status = error && resource.service.namespace = "${placeholder('installation')}" && resource.service.name =~ "${placeholder('service', 'pipe')}" }`,
      )
      .tableType(SearchTableType.Traces)
      .limit(20),
  );

export const logsAndTracesRow = {
  title: 'Logs and traces',
  panels: [
    graph({
      title: 'Log lines a second',
      unit: 'none',
      lines: [
        {
          promql: rate(
            chosen('log_lines_total', ['level', '=~', '$level']),
            'service_name',
            'level',
          ),
          legend: '{{service_name}} {{level}}',
        },
      ],
    }).height(10),
    lines,
    traces,
  ],
};
