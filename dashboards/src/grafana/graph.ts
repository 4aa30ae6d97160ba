import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  LegendDisplayMode,
  LegendPlacement,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { DashboardLink } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { datasources } from './datasources';

/** What every panel says of itself. */
export interface Described {
  title: string;
  /**
   * The description. A panel that may have no data says when: 'Empty while …', 'Empty until …' or 'Empty without …';
   * the tests on real backends want data in all others.
   */
  about: string;
  /** The width in the 24 columns of a dashboard; default a third. */
  width?: number;
}

export interface Line {
  promql: string;
  /** The names of the series: text with labels in double braces. */
  legend: string;
  /** Shows exemplars, which lead to traces. */
  exemplars?: boolean;
}

interface Graph extends Described {
  /** The unit, in Grafana's format. */
  unit: string;
  lines: readonly Line[];
  /** Whether series are stacked. */
  stacked?: true;
  max?: number;
  /** The text for missing values, such as a quantile without requests. */
  nothing?: string;
  /** Where a click on a value leads. */
  links?: readonly Builder<DashboardLink>[];
}

/** The name of the nth query of a panel. */
export const refIdOf = (index: number): string => String.fromCodePoint('A'.charCodeAt(0) + index);

const query = ({ promql, legend, exemplars = false }: Line, index: number): DataqueryBuilder =>
  new DataqueryBuilder()
    .refId(refIdOf(index))
    .datasource(datasources.prometheus)
    .expr(promql)
    .legendFormat(legend)
    .exemplar(exemplars)
    .range();

export const bottomLegend = new VizLegendOptionsBuilder()
  .showLegend(true)
  .displayMode(LegendDisplayMode.List)
  .placement(LegendPlacement.Bottom);

const tooltip = new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi);

/** Time series with the defaults of our boards, for any data source. */
export const timeseries = ({ title, about, width = 8 }: Described, unit: string): PanelBuilder =>
  new PanelBuilder()
    .title(title)
    .description(about)
    .unit(unit)
    .min(0)
    .height(8)
    .span(width)
    .fillOpacity(10)
    .legend(bottomLegend)
    .tooltip(tooltip);

/** Lines over time. */
export const graph = ({ unit, lines, stacked, max, nothing, links, ...described }: Graph) => {
  const panel = timeseries(described, unit)
    .datasource(datasources.prometheus)
    .targets(lines.map(query));
  if (max !== undefined) panel.max(max);
  if (nothing !== undefined) panel.noValue(nothing);
  if (links !== undefined) panel.dataLinks([...links]);
  if (stacked)
    panel.fillOpacity(40).stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
  return panel;
};
