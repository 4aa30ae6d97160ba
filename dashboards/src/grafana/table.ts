import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { type DatasourceName, datasources } from './datasources';
import type { Described } from './graph';
import { logQuery } from './logs';

interface Table extends Described {
  unit: string;
  nothing?: string;
  /** Columns under other names, by what the data source calls them. */
  columns?: Readonly<Record<string, string>>;
}

const table = (
  { title, about, unit, nothing, columns = {}, width = 12 }: Table,
  datasource: DatasourceName,
  query: Builder<Dataquery>,
) => {
  const panel = new PanelBuilder()
    .title(title)
    .description(about)
    .unit(unit)
    .height(8)
    .span(width)
    .datasource(datasources[datasource])
    .withTarget(query)
    .withTransformation({
      id: 'organize',
      options: { excludeByName: { Time: true }, renameByName: columns },
    });
  if (nothing !== undefined) panel.noValue(nothing);
  return panel;
};

/** A row for each series of Prometheus as it is now. */
export const metricTable = (described: Table, promql: string) =>
  table(
    described,
    'prometheus',
    new DataqueryBuilder()
      .refId('A')
      .datasource(datasources.prometheus)
      .expr(promql)
      .format(PromQueryFormat.Table)
      .instant(),
  );

/** A row for each series that Loki counts over the time range. */
export const logTable = (described: Table, logql: string) =>
  table(described, 'loki', logQuery(logql).queryType('instant').legendFormat(''));
