import {
  LegendDisplayMode,
  LegendPlacement,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { datasources } from './datasources';

export interface Line {
  promql: string;
  /** The names of the series: text with labels in double braces. */
  legend: string;
  /** Shows exemplars, which lead to traces. */
  exemplars?: boolean;
}

export interface Graph {
  title: string;
  /** The description, if the title does not suffice. */
  about?: string;
  /** The unit, in Grafana's format. */
  unit: string;
  lines: readonly Line[];
  /** Whether series are stacked. */
  stacked?: true;
  max?: number;
  /** The text for missing values, such as a quantile without requests. */
  nothing?: string;
  /** The width in the 24 columns of a dashboard; default a third. */
  width?: number;
}

const query = ({ promql, legend, exemplars = false }: Line, index: number): DataqueryBuilder =>
  new DataqueryBuilder()
    .refId(String.fromCodePoint('A'.charCodeAt(0) + index))
    .expr(promql)
    .legendFormat(legend)
    .exemplar(exemplars)
    .range();

const legend = new VizLegendOptionsBuilder()
  .showLegend(true)
  .displayMode(LegendDisplayMode.List)
  .placement(LegendPlacement.Bottom);

const tooltip = new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi);

/** Lines over time. */
export const graph = ({ title, about, unit, lines, stacked, max, nothing, width = 8 }: Graph) => {
  const panel = new PanelBuilder()
    .title(title)
    .unit(unit)
    .min(0)
    .height(8)
    .span(width)
    .fillOpacity(stacked ? 40 : 10)
    .legend(legend)
    .tooltip(tooltip)
    .datasource(datasources.prometheus)
    .targets(lines.map(query));
  if (about !== undefined) panel.description(about);
  if (max !== undefined) panel.max(max);
  if (nothing !== undefined) panel.noValue(nothing);
  if (stacked) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
  return panel;
};
