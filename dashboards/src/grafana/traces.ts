import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import {
  DataqueryBuilder,
  MetricsQueryType,
  SearchTableType,
} from '@grafana/grafana-foundation-sdk/tempo';
import { datasources } from './datasources';
import { placeholder } from './expressions';
import { type Described, timeseries } from './graph';

/** A selection of spans of the installation: conditions in TraceQL, all of which hold. */
export const spans = (...conditions: readonly string[]): string =>
  `{ ${[`resource.service.namespace = "${placeholder('installation')}"`, ...conditions].join(' && ')} }`;

const traceQuery = (traceql: string): DataqueryBuilder =>
  new DataqueryBuilder()
    .refId('A')
    .datasource(datasources.tempo)
    .queryType('traceql')
    .query(traceql);

/** Traces with such spans; a click on one opens it. */
export const traceTable = (described: Described & { nothing: string }, traceql: string) =>
  new TableBuilder()
    .title(described.title)
    .description(described.about)
    .unit('none')
    .height(8)
    .span(described.width ?? 24)
    .datasource(datasources.tempo)
    .noValue(described.nothing)
    .withTarget(traceQuery(traceql).tableType(SearchTableType.Traces).limit(20));

/** What Tempo counts of spans, over time. */
export const traceGraph = (
  described: Described & { unit: string; nothing: string },
  traceql: string,
) =>
  timeseries(described, described.unit)
    .datasource(datasources.tempo)
    .noValue(described.nothing)
    .withTarget(traceQuery(traceql).metricsQueryType(MetricsQueryType.Range));
