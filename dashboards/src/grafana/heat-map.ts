import {
  HeatmapColorMode,
  HeatmapColorOptionsBuilder,
  PanelBuilder,
  YAxisConfigBuilder,
} from '@grafana/grafana-foundation-sdk/heatmap';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { datasources } from './datasources';
import { rate } from './expressions';
import type { Described } from './graph';

/** How many requests took how long, over time; exemplars lead to traces. */
export const heatMap = ({ title, about, width = 12 }: Described, buckets: string) =>
  new PanelBuilder()
    .title(title)
    .description(about)
    .unit('s')
    .height(8)
    .span(width)
    .datasource(datasources.prometheus)
    .calculate(false)
    .yAxis(new YAxisConfigBuilder().unit('s'))
    .color(
      new HeatmapColorOptionsBuilder()
        .mode(HeatmapColorMode.Scheme)
        .scheme('Oranges')
        .fill('dark-orange')
        .exponent(0.5)
        .steps(64)
        .reverse(false),
    )
    .exemplarsColor('rgba(31, 96, 196, 0.9)')
    .showLegend()
    .withTarget(
      new DataqueryBuilder()
        .refId('A')
        .datasource(datasources.prometheus)
        .expr(rate(buckets, 'le'))
        .format(PromQueryFormat.Heatmap)
        .legendFormat('{{le}}')
        .exemplar(true)
        .range(),
    );
