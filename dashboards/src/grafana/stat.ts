import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { datasources } from './datasources';
import { type Described, type Line, refIdOf } from './graph';

/** A colour from this value on; the first has none, and is that of all lower values. */
export type Step = readonly [from: number | null, color: 'green' | 'orange' | 'red' | 'text'];

/** Amber from half of what is red on. */
export const halfIsAmber: readonly Step[] = [
  [null, 'green'],
  [0.5, 'orange'],
  [1, 'red'],
];

/** Green below, red from 1 on: of what should not exist. */
export const anyIsRed: readonly Step[] = [
  [null, 'green'],
  [1, 'red'],
];

/** Of what should be high, such as a share: green from `good` on, orange from `fair` on. */
export const shareSteps = (fair: number, good: number): readonly Step[] => [
  [null, 'red'],
  [fair, 'orange'],
  [good, 'green'],
];

export const thresholds = (steps: readonly Step[]): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(steps.map(([value, color]) => ({ value, color })));

interface Stat extends Described {
  unit: string;
  values: readonly Line[];
  steps: readonly Step[];
  decimals?: number;
  nothing?: string;
}

/** One or more numbers, as they are now. */
export const stat = ({ title, about, unit, values, steps, decimals, nothing, width = 4 }: Stat) => {
  const panel = new PanelBuilder()
    .title(title)
    .description(about)
    .unit(unit)
    .height(4)
    .span(width)
    .datasource(datasources.prometheus)
    .thresholds(thresholds(steps))
    .colorMode(BigValueColorMode.Background)
    .graphMode(BigValueGraphMode.None)
    .textMode(values.length > 1 ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .targets(
      values.map(({ promql, legend }, index) =>
        new DataqueryBuilder()
          .refId(refIdOf(index))
          .datasource(datasources.prometheus)
          .expr(promql)
          .legendFormat(legend)
          .instant(),
      ),
    );
  if (decimals !== undefined) panel.decimals(decimals);
  if (nothing !== undefined) panel.noValue(nothing);
  return panel;
};
