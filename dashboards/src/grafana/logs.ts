import { identityLabels } from '@faultline/topology';
import { PanelBuilder as LogsBuilder } from '@grafana/grafana-foundation-sdk/logs';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/loki';
import { datasources } from './datasources';
import { placeholder } from './expressions';
import { type Described, timeseries } from './graph';

/** The streams of the selected installation, with further matchers. */
export const streams = (...matchers: readonly string[]): string =>
  `{${[`${identityLabels.installation}="${placeholder('installation')}"`, ...matchers].join(', ')}}`;

/** The lines of the levels that the variable names. */
export const ofLevel = `| severity_text=~"${placeholder('level', 'pipe')}"`;

export const logQuery = (logql: string): DataqueryBuilder =>
  new DataqueryBuilder().refId('A').datasource(datasources.loki).expr(logql);

/** Log lines, newest first; a click on one opens its fields, and its trace from there. */
export const logLines = (described: Described & { nothing: string }, logql: string) =>
  new LogsBuilder()
    .title(described.title)
    .description(described.about)
    .unit('none')
    .height(10)
    .span(described.width ?? 24)
    .datasource(datasources.loki)
    .showTime(true)
    .wrapLogMessage(true)
    .enableLogDetails(true)
    .noValue(described.nothing)
    .withTarget(logQuery(logql).queryType('range'));

/** What Loki counts, over time. */
export const logGraph = (described: Described & { unit: string; legend: string }, logql: string) =>
  timeseries(described, described.unit)
    .datasource(datasources.loki)
    .withTarget(logQuery(logql).legendFormat(described.legend).queryType('range'));
