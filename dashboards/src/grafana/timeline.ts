import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { VisibilityMode } from '@grafana/grafana-foundation-sdk/common';
import { type DashboardLink, MappingType } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { datasources } from './datasources';
import { bottomLegend, type Described, type Line } from './graph';
import { anyIsRed, halfIsAmber, type Step, thresholds } from './stat';

interface Timeline extends Described {
  line: Line;
  /** What 0 and 1 mean, and which of them is bad. */
  words: readonly [zero: string, one: string];
  bad: 0 | 1;
  /** What 0.5 means, if there is such a state: a warning. */
  half?: string;
  nothing?: string;
  /** Where a click on some of the lines leads, by their names. */
  links?: readonly { names: readonly string[]; link: Builder<DashboardLink> }[];
}

/** Which of several things were in which of two states, and when. */
export const timeline = ({
  title,
  about,
  line,
  words: [zero, one],
  bad,
  half,
  nothing,
  links = [],
  width = 24,
}: Timeline) => {
  const steps: readonly Step[] =
    bad === 1
      ? half === undefined
        ? anyIsRed
        : halfIsAmber
      : [
          [null, 'red'],
          [1, 'green'],
        ];
  const color = (value: 0 | 1) => (value === bad ? 'red' : 'green');
  const panel = new PanelBuilder()
    .title(title)
    .description(about)
    .unit('none')
    .height(8)
    .span(width)
    .datasource(datasources.prometheus)
    .thresholds(thresholds(steps))
    .showValue(VisibilityMode.Never)
    .mergeValues(true)
    .legend(bottomLegend)
    .mappings([
      {
        type: MappingType.ValueToText,
        options: {
          0: { text: zero, color: color(0) },
          ...(half !== undefined && { 0.5: { text: half, color: 'orange' } }),
          1: { text: one, color: color(1) },
        },
      },
    ])
    .withTarget(
      new DataqueryBuilder()
        .refId('A')
        .datasource(datasources.prometheus)
        .expr(line.promql)
        .legendFormat(line.legend)
        .range(),
    );
  if (nothing !== undefined) panel.noValue(nothing);
  for (const { names, link } of links)
    panel.overrideByRegexp(`^(${names.join('|')})$`, [{ id: 'links', value: [link.build()] }]);
  return panel;
};
